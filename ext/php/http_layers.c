/* SPDX-License-Identifier: MIT
 *
 * Registers the classes of http_layers.stub.php, and is the one of them that
 * does nothing. The others are in close_response.c, origin_check.c, router.c.
 */
#include "http_layers.h"

#include "classes.h"
#include "close_response.h"

#include "zend_exceptions.h"

#include "http_layers_arginfo.h"

zend_class_entry *wschat_ce_close_response_trait;
zend_class_entry *wschat_ce_no_op_controller;
zend_class_entry *wschat_ce_origin_check;
zend_class_entry *wschat_ce_router;

ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onOpen)
{
	zval *conn, *request;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|o!", &conn, wschat_ce_connection_interface, &request);
}

ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onMessage)
{
	zval *from, *message;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message);
}

ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onClose)
{
	zval *conn;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface);
}

ZEND_METHOD(Ratchet_Http_NoOpHttpServerController, onError)
{
	zval *conn, *exception;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                      zend_ce_exception);
}

void wschat_http_layers_register(void)
{
	wschat_ce_close_response_trait = register_class_Ratchet_Http_CloseResponseTrait();
	wschat_ce_no_op_controller = register_class_Ratchet_Http_NoOpHttpServerController(wschat_ce_http_server_interface);
	wschat_ce_origin_check = register_class_Ratchet_Http_OriginCheck(wschat_ce_http_server_interface);
	wschat_ce_router = register_class_Ratchet_Http_Router(wschat_ce_http_server_interface);
}
