/* SPDX-License-Identifier: MIT
 *
 * The engine in the place of React's accept: for as long as nobody but the
 * IoServer listens to the socket's connections. Pausing and closing the socket do
 * to the engine's listener what they would have done to React's. Called by
 * ratchet_server.c and, once a turn, by hooks.c.
 */
#include "takeover.h"

#include "classes.h"
#include "gate.h"
#include "loop.h"
#include "react_socket.h"
#include "tls_options.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* Of a socket of ours, at once; of others wschat_takeover_check() finds out. */
static void changed(enum wschat_react_state state, void *arg)
{
	struct wschat_server *server = arg;

	if (!server->server) {
		return;
	}
	switch (state) {
	case WSCHAT_REACT_LISTENING:
		wsc_server_resume(server->server);
		break;
	case WSCHAT_REACT_PAUSED:
		wsc_server_pause(server->server);
		break;
	case WSCHAT_REACT_CLOSED:
	case WSCHAT_REACT_SHARED:
		wsc_server_close_listener(server->server);
		break;
	}
}

/* Does a subclass want to see the events of React's connections? */
static bool overrides_events(const zend_object *server)
{
	static const char *const handlers[] = {"handleconnect", "handledata", "handleend", "handleerror"};
	size_t i;

	for (i = 0; i < sizeof handlers / sizeof handlers[0]; i++) {
		const zend_function *handler =
			zend_hash_str_find_ptr(&server->ce->function_table, handlers[i], strlen(handlers[i]));

		if (handler->common.scope != wschat_ce_io_server) {
			return true;
		}
	}
	return false;
}

/* false: an exception says why not. */
static bool adopt(struct wschat_server *server, int fd, bool unix_socket, HashTable *tls)
{
	struct wsc_server_config config = {.options = WSCHAT_G(defaults), .data = server};
	struct wsc_listen_failure failure = {.error = ENOMEM};
	struct wschat_text_options texts;

	if (!wschat_text_options_parse(&texts, NULL, 0)) {
		return false;
	}
	wschat_text_options_apply(&texts, &config);
	if (unix_socket) {
		config.options.tcp_nodelay = false;
	}
	if (tls) {
		config.tls = wschat_tls_new(tls, 2);
		if (!config.tls) {
			wschat_text_options_dtor(&texts);
			return false;
		}
	}
	server->server = wsc_server_new(wschat_loop_get(), &config);
	if (server->server && !wschat_text_options_furnish(&texts, server->server)) {
		wsc_server_free(server->server);
		server->server = NULL;
	}
	wschat_privileges_dtor(&server->privileges);
	wschat_privileges_copy(&server->privileges, &texts.privileges);
	wschat_text_options_dtor(&texts);
	if (config.tls) {
		wsc_tls_unref(config.tls);
	}
	if (EG(exception)) {
		return false;
	}
	if (server->server && wsc_server_adopt(server->server, fd, &failure) == WSC_OK) {
		wschat_server_keep(server);
		wschat_server_apply(server);
		return true;
	}
	if (server->server) {
		wsc_server_free(server->server);
		server->server = NULL;
	}
	zend_throw_exception_ex(spl_ce_RuntimeException, failure.error, "Cannot accept on this socket: %s",
	                        strerror(failure.error));
	return false;
}

bool wschat_takeover_try(struct wschat_server *server, zend_object *socket)
{
	const struct wschat_react_taker taker = {changed, server};
	bool unix_socket, taken;
	HashTable *tls;
	zval listener;
	int fd;

	if (server->server || overrides_events(&server->std) || !wschat_loop_get()) {
		return !EG(exception);
	}
	array_init_size(&listener, 2);
	GC_ADDREF(&server->std);
	add_next_index_object(&listener, &server->std);
	add_next_index_string(&listener, "handleConnect");
	taken = wschat_react_socket_takeover(socket, &listener, &taker, &fd, &unix_socket, &tls);
	zval_ptr_dtor(&listener);
	if (!taken) {
		return !EG(exception);
	}
	if (!wschat_server_resolve(server, wschat_server_app(server)) || !adopt(server, fd, unix_socket, tls)) {
		zend_object *exception = EG(exception);

		/* Back as it was; the first exception is the one that matters. */
		EG(exception) = NULL;
		wschat_react_socket_release(socket);
		if (EG(exception)) {
			OBJ_RELEASE(EG(exception));
		}
		EG(exception) = exception;
		return false;
	}
	GC_ADDREF(socket);
	server->taken = socket;
	return true;
}

/* It is nobody's any more, or React's again. */
static void let_go(struct wschat_server *server)
{
	zend_object *socket = server->taken;

	server->taken = NULL;
	wschat_react_socket_release(socket);
	OBJ_RELEASE(socket);
}

bool wschat_takeover_tls_failed(struct wschat_server *server, const struct wsc_conn *conn, const char *reason)
{
	char address[WSC_ADDRESS_SIZE], remote[WSC_ADDRESS_SIZE + 16];
	zend_object *socket = server->taken;
	bool told;

	if (!socket) {
		return false;
	}
	wsc_conn_address(conn, address);
	snprintf(remote, sizeof remote, strchr(address, ':') ? "tcp://[%s]:%d" : "tcp://%s:%d", address,
	         (int) wsc_conn_port(conn));
	GC_ADDREF(socket);
	told = wschat_react_socket_tls_failed(socket, remote, reason);
	OBJ_RELEASE(socket);
	return told;
}

static void check(struct wschat_server *server)
{
	enum wschat_react_state state = wschat_react_socket_state(server->taken);

	changed(state, server);
	if (state == WSCHAT_REACT_CLOSED || state == WSCHAT_REACT_SHARED) {
		let_go(server);
	}
}

/* Letting go of a socket may run a destructor that makes servers, and the table grow. */
static void check_all(void *arg)
{
	HashTable *servers = WSCHAT_G(servers);
	struct wschat_server *server;
	HashPosition at;

	zend_hash_internal_pointer_reset_ex(servers, &at);
	while ((server = zend_hash_get_current_data_ptr_ex(servers, &at)) != NULL) {
		if (server->taken && server->server) {
			check(server);
		}
		zend_hash_move_forward_ex(servers, &at);
	}
}

void wschat_takeover_check(void)
{
	struct wschat_server *server;
	bool any = false;

	if (!WSCHAT_G(servers)) {
		return;
	}
	ZEND_HASH_FOREACH_PTR(WSCHAT_G(servers), server) {
		any |= server->taken && server->server;
	}
	ZEND_HASH_FOREACH_END();
	if (any) {
		wschat_gate_guard(check_all, NULL);
	}
}
