/* SPDX-License-Identifier: MIT
 *
 * WsChat\ListeningSocket, the face of an IoServer's own listening sockets, an emitter
 * as React's are. It holds a reference on the IoServer and nothing of the engine.
 */
#include "server.h"

#include "emitter.h"
#include "gc.h"
#include "react_socket.h"

#include "socket_arginfo.h"

static zend_object_handlers handlers;
static zend_class_entry *socket_ce;

struct socket {
	zval server; /* the IoServer; undef once cut */
	zend_object std;
};

static struct socket *socket_of(zend_object *object)
{
	return (struct socket *) ((char *) object - offsetof(struct socket, std));
}

struct wschat_server *wschat_socket_server(zend_object *socket)
{
	if (socket->ce != socket_ce || Z_TYPE(socket_of(socket)->server) != IS_OBJECT) {
		return NULL;
	}
	return wschat_server_of(Z_OBJ(socket_of(socket)->server));
}

void wschat_socket_cut(zend_object *object)
{
	zval server;

	ZVAL_COPY_VALUE(&server, &socket_of(object)->server);
	ZVAL_UNDEF(&socket_of(object)->server);
	if (Z_TYPE(server) == IS_OBJECT) {
		wschat_server_of(Z_OBJ(server))->socket = NULL;
		zval_ptr_dtor(&server);
	}
}

zend_object *wschat_socket_new(zend_object *server)
{
	zval object;

	object_init_ex(&object, socket_ce);
	ZVAL_OBJ_COPY(&socket_of(Z_OBJ(object))->server, server);
	wschat_server_of(server)->socket = Z_OBJ(object);
	return Z_OBJ(object);
}

static struct wsc_server *engine_server(zend_object *socket)
{
	struct wschat_server *server = wschat_socket_server(socket);

	return server ? server->server : NULL;
}

ZEND_METHOD(WsChat_ListeningSocket, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* React's name for it, which has tls:// where TLS is spoken. */
static zend_string *address_of(const struct wsc_server *server, const char *uri)
{
	size_t length = strlen("tcp://");

	return wsc_server_tls(server) && strncmp(uri, "tcp://", length) == 0 ? strpprintf(0, "tls://%s", uri + length)
	                                                                     : zend_string_init(uri, strlen(uri), false);
}

struct list {
	const struct wsc_server *server;
	zval *addresses;
};

ZEND_METHOD(WsChat_ListeningSocket, getAddress)
{
	struct wsc_server *server = engine_server(Z_OBJ_P(ZEND_THIS));
	const char *uri = server ? wsc_server_uri(server) : NULL;

	if (!uri) {
		RETURN_NULL();
	}
	RETURN_STR(address_of(server, uri));
}

static void add_address(const struct wsc_listener *listener, void *arg)
{
	struct list *list = arg;

	add_next_index_str(list->addresses, address_of(list->server, wsc_listener_uri(listener)));
}

ZEND_METHOD(WsChat_ListeningSocket, getAddresses)
{
	struct wsc_server *server = engine_server(Z_OBJ_P(ZEND_THIS));
	struct list list = {server, return_value};

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	if (server) {
		wsc_server_each_listener(server, add_address, &list);
	}
}

ZEND_METHOD(WsChat_ListeningSocket, pause)
{
	struct wsc_server *server = engine_server(Z_OBJ_P(ZEND_THIS));

	if (server) {
		wsc_server_pause(server);
	}
}

ZEND_METHOD(WsChat_ListeningSocket, resume)
{
	struct wsc_server *server = engine_server(Z_OBJ_P(ZEND_THIS));

	if (server) {
		wsc_server_resume(server);
	}
}

ZEND_METHOD(WsChat_ListeningSocket, close)
{
	struct wsc_server *server = engine_server(Z_OBJ_P(ZEND_THIS));

	if (server) {
		wsc_server_close_listener(server);
		wschat_emitter_clear(Z_OBJ_P(ZEND_THIS));
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct socket *socket = zend_object_alloc(sizeof *socket, ce);

	zend_object_std_init(&socket->std, ce);
	object_properties_init(&socket->std, ce);
	socket->std.handlers = &handlers;
	return &socket->std;
}

static void free_obj(zend_object *object)
{
	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	wschat_socket_cut(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	zend_get_gc_buffer_add_zval(buffer, &socket_of(object)->server);
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_socket_register(void)
{
	socket_ce = register_class_WsChat_ListeningSocket(wschat_ce_emitter, wschat_ce_react_server_interface);
	socket_ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct socket, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
