/* SPDX-License-Identifier: MIT
 *
 * What an IoServer is made of: its chain of layers, looked through once, its
 * listening socket in the engine, and the table of all that listen, which keeps
 * each alive until the end of the request. Called by ratchet_server.c, which has the
 * methods, ratchet_websocket.c and loop.c.
 */
#include "server.h"

#include "apart.h"
#include "classes.h"
#include "gc.h"
#include "layers.h"
#include "loop.h"
#include "stop.h"

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

/* ---- listening -------------------------------------------------------------------- */

/* Ratchet's exceptions are React's: these classes, codes and first words. */
static void throw_listen_error(const char *uri, int error, const char *call)
{
	const char *advice = "";
	const char *name = "";

	switch (error) {
	case EADDRINUSE:
		name = " (EADDRINUSE)";
		advice = ": another program listens there; stop it or choose another port";
		break;
	case EACCES:
		name = " (EACCES)";
		advice = ": ports below 1024 are for root or CAP_NET_BIND_SERVICE; choose a higher one";
		break;
	case EADDRNOTAVAIL:
		name = " (EADDRNOTAVAIL)";
		advice = ": this machine has no such address; 0.0.0.0 is every address it has";
		break;
	case EMFILE:
	case ENFILE:
		name = error == EMFILE ? " (EMFILE)" : " (ENFILE)";
		advice = ": no file descriptor is left; raise the limit (ulimit -n)";
		break;
	default:
		advice = call;
		name = *call ? ": " : "";
		break;
	}
	zend_throw_exception_ex(spl_ce_RuntimeException, error, "Failed to listen on \"%s\": %s%s%s", uri, strerror(error),
	                        name, advice);
}

bool wschat_server_listen(struct wschat_server *server, zend_object *app, zend_string *address, zend_long port,
                          const struct wsc_options *options, struct wsc_tls *tls)
{
	const char *scheme = tls ? "tls" : "tcp";
	const char *start = ZSTR_VAL(address);
	size_t length = ZSTR_LEN(address);
	struct wsc_server_config config = {.options = *options, .data = server, .tls = tls};
	struct wsc_loop *loop = wschat_loop_get();
	const char *call = "";
	enum wsc_status status;
	char text[256], uri[300];
	int error = 0;

	if (!loop || !wschat_server_resolve(server, app)) {
		return false;
	}
	if (length > 2 && start[0] == '[' && start[length - 1] == ']') {
		start++; /* [::1], as React's URIs want it */
		length -= 2;
	}
	snprintf(text, sizeof text, "%.*s", (int) MIN(length, sizeof text - 1), start);
	snprintf(uri, sizeof uri, strchr(text, ':') ? "%s://[%s]:" ZEND_LONG_FMT : "%s://%s:" ZEND_LONG_FMT, scheme, text,
	         port);
	if (strlen(ZSTR_VAL(address)) != ZSTR_LEN(address)) {
		zend_throw_exception(spl_ce_InvalidArgumentException,
		                     "Invalid URI given (EINVAL): the address holds a NUL byte", EINVAL);
		return false;
	}
	if (length == 0 || port < 0 || port > 65535) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL, "Invalid URI \"%s\" given (EINVAL): %s", uri,
		                        length == 0 ? "the address is empty; 0.0.0.0 is every address of this machine"
		                                    : "a port is a number from 0 to 65535");
		return false;
	}
	if (options->compression && !wsc_compression_available()) {
		zend_throw_exception(
			spl_ce_RuntimeException,
			"Option \"compression\" needs zlib, without which this wschat was built: switch it off, or "
			"build wschat anew where zlib's headers are installed",
			0);
		return false;
	}
	server->server = wsc_server_new(loop, &config);
	/* Until the end of the request, unless it cannot listen. */
	status = server->server ? wsc_server_listen(server->server, text, (uint16_t) port, &error, &call) : WSC_NOMEM;
	if (status != WSC_OK && server->server) {
		wsc_server_free(server->server);
		server->server = NULL;
	}
	if (status == WSC_BADADDR) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL,
		                        "Given URI \"%s\" does not contain a valid host IP (EINVAL): give an address such as "
		                        "127.0.0.1 or 0.0.0.0, not a name",
		                        uri);
		return false;
	}
	if (status != WSC_OK) {
		throw_listen_error(uri, status == WSC_NOMEM ? ENOMEM : error, call);
		return false;
	}
	wschat_server_apply(server);
	wschat_server_keep(server);
	return true;
}

void wschat_server_keep(struct wschat_server *server)
{
	if (!WSCHAT_G(servers)) {
		WSCHAT_G(servers) = zend_new_array(1);
	}
	zend_hash_index_add_new_ptr(WSCHAT_G(servers), server->std.handle, server);
	GC_ADDREF(&server->std);
	wschat_stop_know(server);
	if (wsc_server_tls(server->server)) {
		wschat_signal_reload_on_hangup();
	}
}

/* ---- certificates that have been renewed ------------------------------------------- */

bool wschat_server_reload_tls(struct wschat_server *server)
{
	struct wsc_tls *tls = server->server ? wsc_server_tls(server->server) : NULL;
	char error[1024];

	if (tls && !wsc_tls_reload(tls, error, sizeof error)) {
		zend_throw_exception_ex(spl_ce_RuntimeException, 0, "TLS: %s", error);
		return false;
	}
	return true;
}

void wschat_server_reload_all(void)
{
	struct wschat_server *server;
	char error[1024], line[1100];

	if (!WSCHAT_G(servers)) {
		return;
	}
	ZEND_HASH_FOREACH_PTR(WSCHAT_G(servers), server) {
		struct wsc_tls *tls = server->server ? wsc_server_tls(server->server) : NULL;

		if (tls && !wsc_tls_reload(tls, error, sizeof error)) {
			snprintf(line, sizeof line, "wschat: the certificates stay as they were: %s", error);
			php_log_err(line);
		}
	}
	ZEND_HASH_FOREACH_END();
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
