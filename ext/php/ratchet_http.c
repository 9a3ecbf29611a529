/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\Http: the layer that reads request heads. The engine does
 * its work; the object only holds the next layer, in the protected property
 * that Ratchet's subclasses know.
 */
#include "php_wschat.h"

#include "classes.h"
#include "layers.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "ratchet_http_arginfo.h"

zend_class_entry *wschat_ce_http_server_interface;
zend_class_entry *wschat_ce_http_server;

ZEND_METHOD(Ratchet_Http_HttpServer, __construct)
{
	zval *component;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &component) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(component) != IS_OBJECT ||
	    !instanceof_function(Z_OBJCE_P(component), wschat_ce_http_server_interface)) {
		zend_argument_type_error(1, "must be of type %s, %s given; wrap an application as new WsServer($app)",
		                         ZSTR_VAL(wschat_ce_http_server_interface->name), zend_zval_type_name(component));
		RETURN_THROWS();
	}
	zend_update_property(wschat_ce_http_server, Z_OBJ_P(ZEND_THIS), ZEND_STRL("_httpServer"), component);
}

zend_object *wschat_http_server_component(zend_object *http_server)
{
	/* The slot itself: it is borrowed, and what a __get() makes up has no owner. */
	zval *component = OBJ_PROP_NUM(http_server, 0);

	ZVAL_DEREF(component);
	return Z_TYPE_P(component) == IS_OBJECT ? Z_OBJ_P(component) : NULL;
}

static void throw_native(const char *method)
{
	zend_throw_exception_ex(spl_ce_LogicException, 0,
	                        "Ratchet\\Http\\HttpServer::%s() cannot be called: it is served natively by IoServer "
	                        "and has no code in PHP",
	                        method);
}

ZEND_METHOD(Ratchet_Http_HttpServer, onOpen)
{
	throw_native("onOpen");
}

ZEND_METHOD(Ratchet_Http_HttpServer, onMessage)
{
	throw_native("onMessage");
}

ZEND_METHOD(Ratchet_Http_HttpServer, onClose)
{
	throw_native("onClose");
}

ZEND_METHOD(Ratchet_Http_HttpServer, onError)
{
	throw_native("onError");
}

void wschat_ratchet_http_register(void)
{
	wschat_ce_http_server_interface =
		register_class_Ratchet_Http_HttpServerInterface(wschat_ce_message_component_interface);
	wschat_ce_http_server = register_class_Ratchet_Http_HttpServer(wschat_ce_message_component_interface);
}
