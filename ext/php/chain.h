/* SPDX-License-Identifier: MIT
 *
 * The chain of layers behind an IoServer, as far as native code serves it
 * without calling it: IpBlackList, HttpServer, Router, OriginCheck, WsServer.
 * The first layer that is none of them, or that a subclass has changed, gets the
 * events itself, as a component.
 */
#ifndef WSCHAT_CHAIN_H
#define WSCHAT_CHAIN_H

#include "component.h"

struct wschat_chain {
	zend_object *app;                   /* what it was resolved from; NULL: nothing yet       */
	zend_object *black_list;            /* the IpBlackList in front, or NULL                  */
	zend_object *http_server;           /* the HttpServer that the engine stands in for …     */
	struct wschat_component *component; /* … or what gets the bytes of a connection           */
};

/* Both keep what they need by references. wschat_chain_resolve() does nothing if
 * it is the same app as last time; false: a LogicException that names the layer
 * which can't stand there. */
bool wschat_chain_resolve(struct wschat_chain *chain, zend_object *app);
void wschat_chain_dtor(struct wschat_chain *chain);

/* Reports what it holds. */
void wschat_chain_add_gc(const struct wschat_chain *chain, zend_get_gc_buffer *buffer);

/* Is this object of that native class, with none of its callbacks overridden? */
bool wschat_chain_is_native(const zend_object *layer, const zend_class_entry *native);

/* Walks a request through the layers behind HttpServer: answers it, or opens the
 * connection. Runs user code; below the guard. */
void wschat_chain_request(const struct wschat_chain *chain, struct wsc_conn *conn, const struct wsc_head *head);

#endif
