/* SPDX-License-Identifier: MIT
 *
 * WsChat\Server, the handle on an IoServer, whose methods are in handle.c and
 * broadcast.c, and WsChat\Connections, which connections.c walks.
 */
#ifndef WSCHAT_HANDLE_H
#define WSCHAT_HANDLE_H

#include "server.h"

struct wschat_handle {
	zend_object *server; /* the IoServer, one reference                                  */
	zend_object std;
};

static inline struct wschat_handle *wschat_handle_of(zend_object *object)
{
	return (struct wschat_handle *) ((char *) object - offsetof(struct wschat_handle, std));
}

/* The server behind the object of a method. */
static inline struct wschat_server *wschat_handle_server(zend_object *object)
{
	return wschat_server_of(wschat_handle_of(object)->server);
}

/* An object of `ce`, both classes having the same struct; holds the IoServer. */
zend_object *wschat_handle_new(zend_class_entry *ce, zend_object *server);

/* connections.c: what a walk and its count go through. */
void wschat_connections_setup(zend_class_entry *ce, zend_object_handlers *handlers);

#endif
