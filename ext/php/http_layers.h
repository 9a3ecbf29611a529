/* SPDX-License-Identifier: MIT
 *
 * The layers that stand between HttpServer and WsServer: OriginCheck, Router
 * and the controller that does nothing. Each works alone on any connection;
 * the functions are for a server that calls them without going through PHP.
 */
#ifndef WSCHAT_HTTP_LAYERS_H
#define WSCHAT_HTTP_LAYERS_H

#include "php_wschat.h"

extern zend_class_entry *wschat_ce_no_op_controller;
extern zend_class_entry *wschat_ce_origin_check;
extern zend_class_entry *wschat_ce_router;

void wschat_http_layers_register(void); /* all classes of http_layers.stub.php */

/* The component behind an OriginCheck, borrowed; NULL with a LogicException:
 * its constructor was not called. */
zend_object *wschat_origin_check_component(zend_object *origin_check);

/* May a page with this Origin header (NULL: there is none) connect? Runs user
 * code only where $allowedOrigins holds objects; false if an exception is
 * pending. */
bool wschat_origin_allowed(zend_object *origin_check, zend_string *origin);

/* What comes from outside of the methods: the request's Origin, "" without one;
 * a new reference. NULL: exception. Runs user code unless the request is native. */
zend_string *wschat_origin_of(zend_object *request);

/*
 * Finds the controller for a request, sets it as $conn->controller and returns
 * it, a new reference. *request, which the caller holds a reference on, is
 * replaced by one whose query has the route's parameters; the reference too.
 * NULL: the client has been answered (404, 405, or 500 with an exception
 * pending), or an exception is pending; $conn->controller is then the
 * controller that does nothing. Runs user code.
 */
zend_object *wschat_router_match(zend_object *router, zend_object *conn, zend_object **request);

#endif
