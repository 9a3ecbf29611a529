/* SPDX-License-Identifier: MIT
 *
 * The native layers between an IoServer and the application, as server.c sees
 * them when it resolves a chain.
 */
#ifndef WSCHAT_LAYERS_H
#define WSCHAT_LAYERS_H

#include "component.h"

/* ratchet_websocket.c: a WsServer made by a script. */
struct wschat_ws_server {
	struct wschat_component *component; /* the application, one reference; NULL: no constructor call */
	struct wsc_endpoint *endpoint;      /* one reference; NULL: not needed yet                       */
	zval subprotocols;                  /* array of strings, or undef                                */
	bool strict;                        /* Ratchet's setStrictSubProtocolCheck()                     */
	HashTable *sessions;                /* ws_session.c: object handle of a connection => ConnContext */
	HashTable *listed;                  /* … what $this->connections held when it was read last      */
	zend_string *ping;                  /* … the payload of the last keepalive; or NULL              */
	zend_object std;
};

static inline struct wschat_ws_server *wschat_ws_server_of(zend_object *object)
{
	return (struct wschat_ws_server *) ((char *) object - offsetof(struct wschat_ws_server, std));
}

/* What the engine is to know of it, borrowed; made on first use. NULL with an
 * exception: it was not constructed, or there is no memory. */
struct wsc_endpoint *wschat_ws_server_endpoint(zend_object *ws_server);

/* ws_session.c: the callbacks of WsServer on any connection, and what a WsServer
 * keeps of those. */
void wschat_session_register(void);
extern zend_class_entry *wschat_ce_conn_context;
/* Makes the SplObjectStorage hold a ConnContext for each connection of now. */
void wschat_session_list(zend_object *ws_server, zend_object *storage);
/* Is this WsConnection of one of its sessions? */
bool wschat_session_has(zend_object *ws_server, zend_object *connection);
void wschat_session_add_gc(const struct wschat_ws_server *ws_server, zend_get_gc_buffer *buffer);
void wschat_session_dtor(struct wschat_ws_server *ws_server);
/* Pings all of them. Runs user code. */
void wschat_session_keepalive(zend_object *ws_server, const char *payload, size_t length);

/* ratchet_http.c: the component of an HttpServer, borrowed; NULL: none. */
zend_object *wschat_http_server_component(zend_object *http_server);
/* Has it Ratchet's parser, or what the script put in its place? */
bool wschat_http_server_parser_is_native(zend_object *http_server);
/* What the script has set as the parser's $maxSize; 0: nothing. */
zend_long wschat_http_server_max_size(zend_object *http_server);

#endif
