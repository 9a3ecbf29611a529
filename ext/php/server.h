/* SPDX-License-Identifier: MIT
 *
 * What stands behind Ratchet\Server\IoServer: the chain of its layers, resolved
 * to the engine's protocol and the application at its end, and its listening
 * sockets, whose face is (socket.c) WsChat\ListeningSocket.
 */
#ifndef WSCHAT_SERVER_H
#define WSCHAT_SERVER_H

#include "php_wschat.h"

#include "callback.h"
#include "chain.h"
#include "options.h"

struct wschat_server {
	struct wsc_server *server; /* NULL before it listens and after the request's end         */
	struct wschat_chain chain;
	struct wschat_component *events; /* foreign.c: $server->app; one reference, or NULL          */
	zend_object *taken;              /* takeover.c: the React socket it accepts on; one reference, or NULL */
	struct wsc_roster apart; /* apart.c: what the application got for a connection, by its number; a reference each */
	bool auxiliary;          /* goes when all others have: the server for Flash of an App   */
	bool stopping;           /* stop.c: since stop()                                       */
	bool filters;            /* on_request or allowed_origins were asked for               */
	double stop_seconds;     /* … with this timeout                                        */
	double stop_deadline;    /* … of the monotonic clock; 0: none                          */
	bool stop_cut;           /* … and what it has not got rid of by then was closed     */
	struct wschat_callback on_request;   /* request_filter.c                                      */
	struct wschat_callback log;          /* log.c                                                 */
	struct wschat_log_line *log_dropped; /* … which counts those dropped behind it; in the queue, or NULL */
	size_t log_waiting;                  /* … lines that are in the queue                         */
	struct wschat_privileges privileges; /* as whom run() goes on                               */
	zend_object *handle; /* handle.c: WsChat\Server, which holds a reference on this; not owned, or NULL */
	zend_object *socket; /* $server->socket, which holds a reference on this; not owned, or NULL */
	zend_object std;
};

static inline struct wschat_server *wschat_server_of(zend_object *object)
{
	return (struct wschat_server *) ((char *) object - offsetof(struct wschat_server, std));
}

zend_object *wschat_server_create(zend_class_entry *ce);
void wschat_server_register(void); /* fills the handler table; before the class */

/* listen.c: listens on each of the addresses, a list of strings, and keeps a reference
 * on the object until the end of the request. `port` is for those without one. `tls` is
 * NULL or stays the caller's. false: Ratchet's exception for it has been thrown. */
bool wschat_server_listen(struct wschat_server *server, zend_object *app, HashTable *addresses, zend_long port,
                          const struct wsc_options *options, const struct wschat_text_options *texts,
                          struct wsc_tls *tls);

/* Reads the files of its certificates again. false: a RuntimeException says which is no
 * good, and all goes on with what there was. Nothing, if it has no TLS. */
bool wschat_server_reload_tls(struct wschat_server *server);

/* The same for all that listen, with a line in the log in place of the exception: for
 * SIGHUP. Runs no user code. */
void wschat_server_reload_all(void);

/* It listens: keeps a reference on the object until the end of the request. */
void wschat_server_keep(struct wschat_server *server);

/* $server->app, borrowed; NULL: it is no component. Runs no user code. */
zend_object *wschat_server_app(struct wschat_server *server);

/* Looks at the layers again if $server->app is another than last time. false:
 * a LogicException that names the layer. */
bool wschat_server_resolve(struct wschat_server *server, zend_object *app);

/* Tells the engine what the chain is, and what its HttpServer allows by now. */
void wschat_server_apply(struct wschat_server *server);

/* socket.c: the class of $server->socket; a new one for this server; and back,
 * NULL if it is no socket of ours. */
void wschat_socket_register(void);
zend_object *wschat_socket_new(zend_object *server);
struct wschat_server *wschat_socket_server(zend_object *socket);
/* Gives its reference on the server back; it is a closed socket then. */
void wschat_socket_cut(zend_object *socket);

/* End of the request: cuts all servers off from the engine. */
void wschat_server_shutdown(bool release);

#endif
