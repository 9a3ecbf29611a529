/* SPDX-License-Identifier: MIT
 *
 * The native object behind Ratchet\Server\IoConnection and
 * Ratchet\WebSocket\WsConnection.
 *
 * Made by the engine's hooks it is one client: it holds a raw pointer to its
 * struct wsc_conn and that one back, set together by _attach and cut together
 * by _detach. From just before onOpen until just after onClose the engine's
 * side holds one reference; the script may keep the object longer, and then it
 * is a closed connection. Made with `new` by a script it is a plain decorator
 * around somebody else's connection (`native` is false).
 */
#ifndef WSCHAT_CONNECTION_H
#define WSCHAT_CONNECTION_H

#include "component.h"

struct wschat_connection {
	struct wsc_conn *conn;              /* NULL once detached                                          */
	zend_object *primary;               /* of an IoConnection view of a WsConnection: the latter, owned */
	zend_object *view;                  /* that view, not owned; or NULL                               */
	HashTable *properties;              /* what the script has set on it; NULL as long as nothing       */
	zend_string *address;               /* remoteAddress, once read or detached                         */
	struct wschat_component *component; /* its callbacks; one reference until it is detached */
	zend_refcounted *request;           /* httpRequest: the head as a string, or its object once read; NULL: none */
	zend_long resource_id;
	zend_object *server; /* of React's connections, foreign.c: the IoServer, one reference; else NULL */
	uint32_t dropped;    /* messages; this and how it was closed are known once it is detached        */
	uint16_t close_code; /* 0: none                                                      */
	bool native;
	uint8_t closed_by : 2; /* enum wsc_initiator; 0: not known                             */
	bool closing : 1;      /* a Close was sent, as $conn->WebSocket->closing shows          */
	bool await : 1;        /* its server's option: callbacks run in Fibers                  */
	bool binary : 1;       /* the last message was, as $conn->messageIsBinary shows         */
	zend_object std;       /* last: its property table follows                            */
};

static inline struct wschat_connection *wschat_connection_of(zend_object *object)
{
	return (struct wschat_connection *) ((char *) object - offsetof(struct wschat_connection, std));
}

zend_object *wschat_connection_create(zend_class_entry *ce);
void wschat_connection_register(void); /* fills the handler table; before the classes */

/* A new object of `ce` for this connection, whose callbacks go to `component`;
 * the reference is the engine's. The component may come later (NULL). May bail out. */
zend_object *wschat_connection_attach(zend_class_entry *ce, struct wsc_conn *conn, struct wschat_component *component);

/* Gives it the bytes of its request's head, or the request, if somebody has made one
 * of them already; the reference is taken over. */
void wschat_connection_set_head(zend_object *object, zend_string *head);
void wschat_connection_set_request(zend_object *object, zend_object *request);

/* A WebSocket has become of the connection of this IoConnection: the WsConnection
 * around it, which has all that was its own, is the engine's object from now on. */
zend_object *wschat_connection_promote(zend_object *object);

/* Gives it the component that attach was not given. */
void wschat_connection_assign(zend_object *object, struct wschat_component *component);

/* Cuts the two pointers and gives the engine's reference back. Runs user code
 * (destructors) if that was the last. */
void wschat_connection_detach(struct wsc_conn *conn, bool release);

/* The connection of a native object or of a view of it; NULL when it is gone. */
struct wsc_conn *wschat_connection_conn(zend_object *object);

/* Made by the engine, or a view of such a one? */
bool wschat_connection_is_native(zend_object *object);

/* The connection of a server that this is, or is a decorator around; NULL: it is
 * somebody else's. */
struct wschat_connection *wschat_connection_root(zend_object *connection);

/* The IoConnection that a native WsConnection wraps; a new reference. */
zend_object *wschat_connection_view(zend_object *object);

/* ratchet.c: what an AbstractConnectionDecorator made by a script wraps; NULL
 * with a LogicException when its constructor was not called. Borrowed. */
zend_object *wschat_decorator_wrapped(zend_object *decorator);
void wschat_decorator_wrap(zend_object *decorator, zend_object *connection);

/* ws_connection.c: what $wrapped->WebSocket->closing says. Runs user code if the
 * connection is the script's own. */
bool wschat_ws_connection_closing(zend_object *wrapped);

/* Sets a property as a script would, without a notice. */
void wschat_connection_set(zend_object *object, const char *name, bool value);

/* A Close was sent or the peer's was answered. */
void wschat_connection_set_closing(zend_object *object);

#endif
