/* SPDX-License-Identifier: MIT
 *
 * React's sockets: what their files share, and how an IoServer takes one over.
 */
#ifndef WSCHAT_REACT_SOCKET_H
#define WSCHAT_REACT_SOCKET_H

#include "php.h"
#include "php_network.h"

extern zend_class_entry *wschat_ce_react_server_interface;
extern zend_class_entry *wschat_ce_react_connection_interface;
extern zend_class_entry *wschat_ce_react_writable_interface;
extern zend_class_entry *wschat_ce_react_connection;
extern zend_class_entry *wschat_ce_react_tcp_server;
extern zend_class_entry *wschat_ce_react_unix_server;
extern zend_class_entry *wschat_ce_react_fd_server;
extern zend_class_entry *wschat_ce_react_server;
extern zend_class_entry *wschat_ce_react_socket_server;
extern zend_class_entry *wschat_ce_react_secure_server;
extern zend_class_entry *wschat_ce_react_limiting_server;

/* ---- react_socket_takeover.c: for IoServer -------------------------------------------- */

enum wschat_react_state {
	WSCHAT_REACT_LISTENING,
	WSCHAT_REACT_PAUSED, /* nobody is to be accepted for now                   */
	WSCHAT_REACT_CLOSED, /* the taker closes its own descriptor, too           */
	WSCHAT_REACT_SHARED, /* others listen for connections, too: events for all */
};

/* Is told what the script does to the socket. Must run no user code, and may not
 * call back into this. After CLOSED and SHARED nothing comes any more. */
struct wschat_react_taker {
	void (*changed)(enum wschat_react_state state, void *arg);
	void *arg;
};

/*
 * Takes the accepting of connections over from a React socket: one of ours, or
 * react/socket's Server, SocketServer, TcpServer, UnixServer, FdServer or SecureServer,
 * that listens on the native loop and whose one 'connection' listener is `listener` (as
 * by ===; [$ioServer, 'handleConnect']). false: it is none of these (LimitingServer,
 * another loop, paused, closed, taken, further listeners, an ssl option that the engine
 * does not have) and stays as it is, connections come as events; or an exception is
 * pending. `tls` is its ssl options, which stay the socket's; or NULL.
 *
 * `fd` listens, and stays the stream's: the caller accepts on a dup() of it, which
 * it closes itself. The loop does not watch the stream any more, so a script that ends
 * with run() ends when the taker's descriptor does. The caller holds `socket` until it
 * has released it or knows that it is closed.
 *
 * Our sockets tell `taker` at once what becomes of them. react/socket's can't: there
 * the caller asks for the state once a turn, and on SHARED
 * releases it. Runs user code (the loop's removeReadStream(), if a child has it).
 */
bool wschat_react_socket_takeover(zend_object *socket, zval *listener, const struct wschat_react_taker *taker, int *fd,
                                  bool *unix_socket, HashTable **tls);

/* A TLS handshake of a connection that the taker has accepted has failed: an 'error' event
 * on the SecureServer, as of its own. `remote` and `reason` are text. false: nobody
 * listens to it. Runs user code, whose exceptions go to the log. */
bool wschat_react_socket_tls_failed(zend_object *socket, const char *remote, const char *reason);

/* What a socket that was taken is by now. Runs no user code. */
enum wschat_react_state wschat_react_socket_state(zend_object *socket);

/* Gives it back: the loop watches the stream again, unless it is paused or closed.
 * Our sockets do it themselves after SHARED. Runs user code; an exception may be pending. */
void wschat_react_socket_release(zend_object *socket);

void wschat_react_takeover_register(void);

/* ---- react_socket_io.c: streams of PHP's ----------------------------------------------- */

/* What PHP complains of in between is kept from the script's error handler and from
 * the log; fatal errors are not. No user code may run in between but that of streams. */
struct wschat_quiet {
	zval handler;
	int reporting;
	int type;
	int line;
	zend_string *message;
	zend_string *file;
};
void wschat_quiet_begin(struct wschat_quiet *quiet);
/* The last complaint without the name of the function, owned by the caller; or NULL. */
zend_string *wschat_quiet_end(struct wschat_quiet *quiet);

/* A new exception that is not thrown. `message` is taken over. */
void wschat_react_exception(zval *result, zend_class_entry *ce, zend_string *message, zend_long code);

/* $emitter->emit('error', [new ...]). `message` is taken over. Runs user code; false: an exception is pending. */
bool wschat_react_emit_error(zend_object *emitter, zend_class_entry *ce, zend_string *message, zend_long code);

/* "ECONNRESET", or NULL; the number of a text of strerror(), or 0; the text with the
 * name behind it in brackets, if it has one. */
const char *wschat_react_errconst(zend_long number);
int wschat_react_errno(const char *text);
zend_string *wschat_react_error_text(const char *text, zend_long number);

/* NULL: closed, or none. */
php_stream *wschat_react_stream(zend_resource *resource);
void wschat_react_fclose(zend_resource *resource);

/* The address of one side, as React writes it: tcp://127.0.0.1:80, tcp://[::1]:80,
 * unix:///path. NULL: it has none. */
zend_string *wschat_react_address(php_stream *stream, bool remote, const char *scheme);

/* Accepts one connection; false: `error` is a RuntimeException. */
bool wschat_react_accept(php_stream *master, zval *stream, zval *error);

/* A new reference on `given`, or on the default loop. NULL: an exception. May run user code (autoloaders). */
zend_object *wschat_react_loop(zend_object *given);

/* $loop->METHOD($stream[, callback]). Runs user code of foreign loops; false: an exception is pending. */
bool wschat_react_watch(zend_object *loop, const char *method, zend_resource *stream, zval *callback);

/* ---- react_socket_connection.c ------------------------------------------------------- */

struct wschat_react_connection {
	zend_object *loop;     /* one reference is ours; NULL: not constructed    */
	zend_resource *stream; /* one reference is ours                           */
	zend_string *remote;   /* for SecureServer: the address before it, or NULL */
	zend_string *output;   /* queued, of which `sent` bytes are gone; or NULL */
	size_t sent;
	bool readable, writable;
	bool closing;     /* end(): closes when all is sent                  */
	bool reading;     /* the loop watches the stream for us to read      */
	bool writing;     /* ... to write                                    */
	bool handshaking; /* ... for SecureServer                            */
	bool ticking;     /* a read is due at the next turn                  */
	uint32_t busy;    /* PHP is at work on the stream, which must not be closed below it */
	bool fclose_due;  /* ... but afterwards                           */
	zend_object std;
};

static inline struct wschat_react_connection *wschat_react_connection_of(zend_object *object)
{
	return (struct wschat_react_connection *) ((char *) object - offsetof(struct wschat_react_connection, std));
}

void wschat_react_connection_register(zend_class_entry *ce);

/* A new one over a stream; false: an exception is pending, `result` is undef. */
bool wschat_react_connection_new(zval *result, zval *stream, zend_object *loop);

/* What the methods do. All run user code; false: an exception is pending. */
bool wschat_react_connection_pause(zend_object *object);
bool wschat_react_connection_resume(zend_object *object);
bool wschat_react_connection_close(zend_object *object);

/* Properties, as scripts may have changed them. */
void wschat_react_connection_set_unix(zend_object *object, bool is_unix);
void wschat_react_connection_set_encrypted(zend_object *object, bool encrypted);

/* $source->pipe($destination) */
bool wschat_react_pipe(zend_object *source, zend_object *destination, bool end);

/* ---- react_socket_listener.c: TcpServer, UnixServer, FdServer ------------------------------ */

struct wschat_react_listener {
	zend_object *loop;     /* one reference is ours; NULL: not constructed */
	zend_resource *master; /* one reference is ours                        */
	bool is_unix;
	bool listening;                  /* not paused, not closed                       */
	struct wschat_react_taker taker; /* changed is NULL: nobody has it               */
	zend_object std;
};

static inline struct wschat_react_listener *wschat_react_listener_of(zend_object *object)
{
	return (struct wschat_react_listener *) ((char *) object - offsetof(struct wschat_react_listener, std));
}

void wschat_react_listener_register(void);

/* Constructs a new one; false: an exception is pending, `result` is undef. */
bool wschat_react_tcp_server_new(zval *result, zend_string *uri, zend_object *loop, HashTable *context);
bool wschat_react_unix_server_new(zval *result, zend_string *path, zend_object *loop, HashTable *context);
bool wschat_react_fd_server_new(zval *result, zval *fd, zend_object *loop);

/* The loop watches it, or does not. Run user code; false: an exception is pending. */
bool wschat_react_listener_watch(zend_object *object);
bool wschat_react_listener_unwatch(zend_object *object);

/* ---- react_socket_wrapper.c, react_socket_secure.c, react_socket_limiting.c:
 * servers around another one ---------------------------------------------------------------- */

struct wschat_react_wrapper {
	zend_object *inner; /* one reference is ours; NULL: not constructed */
	/* SecureServer */
	zend_object *loop;
	zval context; /* an array of ssl options, or undef */
	/* LimitingServer */
	zval connections; /* an array of those that are open, or undef */
	zend_long limit;
	bool limited;
	bool pause_on_limit;
	bool auto_paused;
	bool manually_paused;
	zend_object std;
};

static inline struct wschat_react_wrapper *wschat_react_wrapper_of(zend_object *object)
{
	return (struct wschat_react_wrapper *) ((char *) object - offsetof(struct wschat_react_wrapper, std));
}

void wschat_react_wrapper_register(void);

/* inner->METHOD(); runs user code. */
void wschat_react_wrapper_call(zend_object *object, const char *lcname, zval *result);

/* $server->emit('error', ...) of a SecureServer. `message` is taken over. As for React, an
 * exception of a listener ends up in the log. */
void wschat_react_secure_error(zend_object *server, zend_string *message, int code);

/* Constructs a new one. */
bool wschat_react_secure_server_new(zval *result, zend_object *inner, zend_object *loop, HashTable *context);

#endif
