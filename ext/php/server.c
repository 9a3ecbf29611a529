/* SPDX-License-Identifier: MIT
 *
 * What an IoServer is made of: its chain of layers, looked through once, and the
 * table of all that listen, which keeps each alive until the end of the request; how
 * they come to listen: listen.c, takeover.c. Called by ratchet_server.c, which has the
 * methods, ratchet_websocket.c and loop.c.
 */
#include "server.h"

#include "apart.h"
#include "classes.h"
#include "gc.h"
#include "layers.h"
#include "log.h"
#include "loop.h"
#include "stop.h"
#include "stopwatch.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

static zend_object_handlers handlers;

/* ---- the chain ------------------------------------------------------------------- */

zend_object *wschat_server_app(struct wschat_server *server)
{
	/* The slot itself, the second of the class: a __get() may have nothing to do with it. */
	zval *app = OBJ_PROP_NUM(&server->std, 1);

	ZVAL_DEREF(app);
	return Z_TYPE_P(app) == IS_OBJECT && instanceof_function(Z_OBJCE_P(app), wschat_ce_message_component_interface)
	           ? Z_OBJ_P(app)
	           : NULL;
}

bool wschat_server_resolve(struct wschat_server *server, zend_object *app)
{
	return wschat_chain_resolve(&server->chain, app);
}

void wschat_server_apply(struct wschat_server *server)
{
	bool http = server->chain.http_server != NULL;
	zend_long max_size = http ? wschat_http_server_max_size(server->chain.http_server) : 0;

	if (!server->server) {
		return;
	}
	wsc_server_set_protocol(server->server, http ? WSC_PROTOCOL_WEBSOCKET : WSC_PROTOCOL_RAW);
	if (max_size > 0) {
		wsc_server_set_max_head_size(server->server, (uint64_t) max_size);
	}
}

/* ---- the table of all that listen -------------------------------------------------- */

void wschat_server_keep(struct wschat_server *server)
{
	if (!WSCHAT_G(servers)) {
		WSCHAT_G(servers) = zend_new_array(1);
	}
	zend_hash_index_add_new_ptr(WSCHAT_G(servers), server->std.handle, server);
	GC_ADDREF(&server->std);
	wschat_stop_know(server);
	wschat_stopwatch_set(wsc_server_options(server->server));
	if (wsc_server_tls(server->server)) {
		wschat_signal_reload_on_hangup();
	}
}

/* ---- certificates that have been renewed ------------------------------------------- */

bool wschat_server_reload_tls(struct wschat_server *server)
{
	struct wsc_tls *tls = server->server ? wsc_server_tls(server->server) : NULL;
	char error[1024];
	bool loaded;

	if (!tls) {
		return true;
	}
	wsc_loop_notify_reloading(WSCHAT_G(loop));
	loaded = wsc_tls_reload(tls, error, sizeof error);
	wsc_loop_notify_ready(WSCHAT_G(loop));
	if (!loaded) {
		zend_throw_exception_ex(spl_ce_RuntimeException, 0, "TLS: %s", error);
	}
	return loaded;
}

void wschat_server_reload_all(void)
{
	struct wschat_server *server;
	char error[1024], line[1100];

	if (!WSCHAT_G(servers)) {
		return;
	}
	wsc_loop_notify_reloading(WSCHAT_G(loop));
	ZEND_HASH_FOREACH_PTR(WSCHAT_G(servers), server) {
		struct wsc_tls *tls = server->server ? wsc_server_tls(server->server) : NULL;

		if (tls && !wsc_tls_reload(tls, error, sizeof error)) {
			snprintf(line, sizeof line, "the certificates stay as they were: %s", error);
			wschat_log(server, WSC_LOG_error, line);
		}
	}
	ZEND_HASH_FOREACH_END();
	wsc_loop_notify_ready(WSCHAT_G(loop));
}

void wschat_server_shutdown(bool release)
{
	HashTable *servers = WSCHAT_G(servers);
	struct wschat_server *server;

	WSCHAT_G(servers) = NULL;
	if (!servers) {
		return;
	}
	ZEND_HASH_FOREACH_PTR(servers, server) {
		server->server = NULL;
		wschat_apart_dtor(server, release);
		if (release) {
			if (server->socket) {
				wschat_socket_cut(server->socket); /* they hold each other */
			}
			if (server->taken) {
				OBJ_RELEASE(server->taken);
				server->taken = NULL;
			}
			OBJ_RELEASE(&server->std);
		}
	}
	ZEND_HASH_FOREACH_END();
	if (release) {
		zend_array_destroy(servers);
	}
}

/* ---- the object of an IoServer ---------------------------------------------------- */

static void free_obj(zend_object *object)
{
	struct wschat_server *server = wschat_server_of(object);

	wschat_stop_forget(server);
	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	wschat_chain_dtor(&server->chain);
	wschat_callback_drop(&server->on_request);
	wschat_log_forget(server);
	wschat_callback_drop(&server->log);
	wschat_privileges_dtor(&server->privileges);
	wschat_apart_dtor(server, true);
	if (server->events) {
		wschat_component_unref(server->events);
	}
	if (server->taken) {
		OBJ_RELEASE(server->taken);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	struct wschat_server *server = wschat_server_of(object);
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	wschat_chain_add_gc(&server->chain, buffer);
	wschat_callback_gc(&server->on_request, buffer);
	wschat_callback_gc(&server->log, buffer);
	wschat_apart_add_gc(server, buffer);
	if (server->taken) {
		zend_get_gc_buffer_add_obj(buffer, server->taken);
	}
	if (server->events) {
		zend_get_gc_buffer_add_obj(buffer, server->events->object);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

zend_object *wschat_server_create(zend_class_entry *ce)
{
	struct wschat_server *server = zend_object_alloc(sizeof *server, ce);

	zend_object_std_init(&server->std, ce);
	object_properties_init(&server->std, ce);
	server->std.handlers = &handlers;
	ZVAL_UNDEF(&server->on_request.callable);
	ZVAL_UNDEF(&server->log.callable);
	return &server->std;
}

void wschat_server_register(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_server, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
