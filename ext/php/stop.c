/* SPDX-License-Identifier: MIT
 *
 * How servers end in order. stop() closes the listening socket and leaves the rest
 * to the next turn, so that the callback that called it may still send; then the
 * connections that stand apart are closed by their close() and the engine's by
 * wsc_server_drain(). When all servers have ended the loop stops, whatever timers
 * and streams are left on it. SIGTERM and SIGINT stop all, unless the script has
 * a handler; only the first of them is caught, so that a second ends the process.
 */
#include "stop.h"

#include "apart.h"
#include "classes.h"
#include "component.h"
#include "connection.h"
#include "gate.h"
#include "handle.h"
#include "loop.h"

#include "SAPI.h"
#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include <math.h>
#include <signal.h>
#include <time.h>

#define TIMEOUT_MAX 86400

static const int stop_signals[] = {SIGTERM, SIGINT};

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* ---- one server ---------------------------------------------------------------------- */

/* Anything that it throws is logged: the others are to end, too. */
static void call(struct wschat_server *server, zend_object *object, const char *lcname, uint32_t argc, zval *argv)
{
	if (!wschat_gate_is_exit() && zend_hash_str_exists(&object->ce->function_table, lcname, strlen(lcname))) {
		wschat_gate_call_method(object, lcname, strlen(lcname), argc, argv, NULL);
		wschat_component_settle(server, lcname);
	}
}

/* A socket of React's, or of the script's own. */
static void close_socket(struct wschat_server *server)
{
	zval *socket = OBJ_PROP_NUM(&server->std, 2), held; /* $server->socket, the third of the class */

	ZVAL_COPY_DEREF(&held, socket);
	if (Z_TYPE(held) == IS_OBJECT && !wschat_socket_server(Z_OBJ(held))) {
		call(server, Z_OBJ(held), "close", 0, NULL);
	}
	zval_ptr_dtor(&held);
}

/* Those that stand apart: their close() may be user code. */
static void close_apart(struct wschat_server *server)
{
	size_t count, i;
	zend_object **faces = wschat_apart_copy(server, &count);
	zval code;

	ZVAL_LONG(&code, WSC_CLOSE_GOING_AWAY);
	for (i = 0; i < count; i++) {
		call(server, faces[i], "close", faces[i]->ce == wschat_ce_ws_connection ? 1 : 0, &code);
	}
	wschat_apart_release(faces, count);
}

/* The React connection behind a face, which the engine cannot cut: whatever it has
 * still to send. */
static void cut_face(struct wschat_server *server, zend_object *face)
{
	struct wschat_connection *connection = wschat_connection_root(face);
	zend_object *socket = connection && connection->server ? wschat_decorator_wrapped(&connection->std) : NULL;

	if (socket) {
		GC_ADDREF(socket);
		call(server, socket, "close", 0, NULL);
		OBJ_RELEASE(socket);
	}
}

static void close_connections(void *arg)
{
	struct wschat_server *server = wschat_server_of(arg);

	close_socket(server);
	close_apart(server);
	if (server->server) {
		wsc_server_drain(server->server, server->stop_seconds);
	}
}

static void drop(void *arg)
{
	OBJ_RELEASE((zend_object *) arg);
}

static void on_deferred(void *arg)
{
	wschat_gate_guard(close_connections, arg);
	wschat_loop_let_go(drop, arg);
}

static void on_drop(void *arg)
{
	wschat_loop_let_go(drop, arg);
}

/* The service ends when its last server does. */
static void tell_manager(void)
{
	const struct wschat_server *server;

	if (WSCHAT_G(known)) {
		ZEND_HASH_FOREACH_PTR(WSCHAT_G(known), server) {
			if (!server->stopping && !server->auxiliary) {
				return;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	wsc_loop_notify_stopping(WSCHAT_G(loop));
}

static void stop(struct wschat_server *server, double seconds)
{
	struct wsc_loop *loop = WSCHAT_G(loop);

	if (!loop) {
		return; /* the request is over, or nothing has ever listened */
	}
	server->stopping = true;
	server->stop_seconds = seconds;
	server->stop_deadline = seconds > 0 ? seconds_now() + seconds : 0;
	server->stop_cut = false;
	WSCHAT_G(stopping) = true;
	tell_manager();
	if (server->server) {
		wsc_server_close_listener(server->server);
	}
	GC_ADDREF(&server->std);
	if (wsc_loop_defer(loop, on_deferred, on_drop, &server->std) != WSC_OK) {
		OBJ_RELEASE(&server->std);
		zend_throw_exception(spl_ce_RuntimeException, "Cannot stop the server: out of memory", 0);
		return;
	}
	if (wsc_loop_hang_bell(loop)) {
		wsc_loop_ring(loop); /* else within a second */
	}
}

static double default_timeout(const struct wschat_server *server)
{
	return server->server ? wsc_server_options(server->server)->drain_timeout : WSCHAT_G(defaults).drain_timeout;
}

ZEND_METHOD(WsChat_Server, stop)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));
	double seconds = 0;
	bool is_default = true;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|d!", &seconds, &is_default) == FAILURE) {
		RETURN_THROWS();
	}
	if (is_default) {
		seconds = default_timeout(server);
	}
	if (!(seconds >= 0 && seconds <= TIMEOUT_MAX)) {
		zend_argument_value_error(1, "must be a number of seconds from 0 to %d, %g given", TIMEOUT_MAX, seconds);
		RETURN_THROWS();
	}
	stop(server, seconds);
}

/* ---- all servers --------------------------------------------------------------------- */

void wschat_stop_know(struct wschat_server *server)
{
	if (!WSCHAT_G(known)) {
		WSCHAT_G(known) = zend_new_array(1);
	}
	zend_hash_index_update_ptr(WSCHAT_G(known), server->std.handle, server);
	if (WSCHAT_G(loop) && wsc_loop_running(WSCHAT_G(loop))) {
		wschat_stop_catch_signals();
	}
}

void wschat_stop_forget(struct wschat_server *server)
{
	if (!WSCHAT_G(known)) {
		return;
	}
	zend_hash_index_del(WSCHAT_G(known), server->std.handle);
	if (zend_hash_num_elements(WSCHAT_G(known)) == 0) {
		zend_array_destroy(WSCHAT_G(known));
		WSCHAT_G(known) = NULL;
	}
}

static bool is_overdue(const struct wschat_server *server)
{
	return server->stop_deadline > 0 && seconds_now() > server->stop_deadline;
}

static bool is_to_cut(const struct wschat_server *server)
{
	return server->stopping && !server->stop_cut && server->apart.count > 0 && is_overdue(server);
}

/* The first whose time is over; its faces are closed, which may be user code. */
static void cut_apart(void *arg)
{
	struct wschat_server *server = arg;
	size_t count, i;
	zend_object **faces = wschat_apart_copy(server, &count);

	server->stop_cut = true;
	GC_ADDREF(&server->std);
	for (i = 0; i < count; i++) {
		cut_face(server, faces[i]);
	}
	wschat_apart_release(faces, count);
	OBJ_RELEASE(&server->std);
}

static struct wschat_server *next_to_cut(void)
{
	struct wschat_server *server;

	if (WSCHAT_G(stopping) && WSCHAT_G(known)) {
		ZEND_HASH_FOREACH_PTR(WSCHAT_G(known), server) {
			if (is_to_cut(server)) {
				return server;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return NULL;
}

/* Is there anything of it that the loop should run for? */
static bool is_alive(struct wschat_server *server)
{
	if (server->auxiliary) {
		return false;
	}
	if (server->stopping) {
		return (server->server && !wsc_server_drained(server->server)) ||
		       (server->apart.count > 0 && !is_overdue(server));
	}
	return !server->server || wsc_server_uri(server->server) || wsc_server_connections(server->server) > 0;
}

void wschat_stop_check(void)
{
	struct wschat_server *server;

	while ((server = next_to_cut()) && wschat_gate_guard(cut_apart, server)) {
	}
	if (!WSCHAT_G(stopping) || !WSCHAT_G(known)) {
		return;
	}
	ZEND_HASH_FOREACH_PTR(WSCHAT_G(known), server) {
		if (is_alive(server)) {
			return;
		}
	}
	ZEND_HASH_FOREACH_END();
	WSCHAT_G(stopping) = false;
	wsc_loop_stop(WSCHAT_G(loop));
}

static void stop_all(void *arg)
{
	HashTable *known = WSCHAT_G(known) ? zend_array_dup(WSCHAT_G(known)) : NULL;
	struct wschat_server *server;

	(void) arg;
	if (!known) {
		return;
	}
	ZEND_HASH_FOREACH_PTR(known, server) {
		stop(server, default_timeout(server));
	}
	ZEND_HASH_FOREACH_END();
	zend_array_destroy(known);
}

/* ---- signals ------------------------------------------------------------------------- */

void wschat_stop_catch_signals(void)
{
	size_t i;

	/* Elsewhere the process is somebody else's. */
	if (!WSCHAT_G(known) || strcmp(sapi_module.name, "cli") != 0) {
		return;
	}
	for (i = 0; i < sizeof stop_signals / sizeof stop_signals[0]; i++) {
		if (wschat_signal_is_default(stop_signals[i]) && wsc_signal_catch_once(WSCHAT_G(loop), stop_signals[i])) {
			WSCHAT_G(caught) |= UINT64_C(1) << stop_signals[i];
		}
	}
}

/* But one that the script has asked for meanwhile. */
static void release(int number)
{
	if (WSCHAT_G(caught) & UINT64_C(1) << number) {
		WSCHAT_G(caught) &= ~(UINT64_C(1) << number);
		wsc_signal_release_once(WSCHAT_G(loop), number);
	}
}

void wschat_stop_release_signals(void)
{
	size_t i;

	for (i = 0; i < sizeof stop_signals / sizeof stop_signals[0]; i++) {
		release(stop_signals[i]);
	}
}

void wschat_stop_on_signal(int number)
{
	if (WSCHAT_G(caught) & UINT64_C(1) << number) {
		wschat_stop_release_signals();
		wschat_gate_guard(stop_all, NULL);
	}
}
