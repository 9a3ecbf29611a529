/* SPDX-License-Identifier: MIT
 *
 * The native layers between an IoServer and the application, as server.c sees
 * them when it resolves a chain.
 */
#ifndef WSCHAT_LAYERS_H
#define WSCHAT_LAYERS_H

#include "php_wschat.h"

/* ratchet_websocket.c: a WsServer made by a script. */
struct wschat_ws_server {
	zend_object *delegate; /* the application, one reference is ours; NULL: no constructor call */
	zval subprotocols;     /* array of strings, or undef                                        */
	bool strict;           /* Ratchet's setStrictSubProtocolCheck()                             */
	zend_object std;
};

static inline struct wschat_ws_server *wschat_ws_server_of(zend_object *object)
{
	return (struct wschat_ws_server *) ((char *) object - offsetof(struct wschat_ws_server, std));
}

/* Tells the engine's server what the WsServer says of sub-protocols. */
void wschat_ws_server_apply(zend_object *ws_server, struct wsc_server *server);

/* ratchet_http.c: the component of an HttpServer, borrowed; NULL: none. */
zend_object *wschat_http_server_component(zend_object *http_server);

#endif
