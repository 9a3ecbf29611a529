/* SPDX-License-Identifier: MIT
 *
 * The callbacks of an application and what becomes of their exceptions:
 * component.h has the rules. Refuses to let one message end the server. Called
 * by hooks.c alone, below the guard.
 */
#include "component.h"

#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "log.h"

#include "zend_exceptions.h"

static zend_function *find(const zend_class_entry *ce, const char *lcname)
{
	return zend_hash_str_find_ptr(&ce->function_table, lcname, strlen(lcname));
}

/* Does the second parameter of onError() take an \Error? */
static bool accepts_errors(zend_function *function)
{
	uint32_t last = function->common.num_args;
	zend_type *type;
	const zend_type *single;

	if (last < 2 && !(function->common.fn_flags & ZEND_ACC_VARIADIC)) {
		return true; /* it does not look */
	}
	/* A variadic parameter comes after those that num_args counts. */
	type = &function->common.arg_info[last < 2 ? last : 1].type;
	if (function->type == ZEND_INTERNAL_FUNCTION) {
		return false; /* ours, declared as Ratchet's: \Exception */
	}
	if (!ZEND_TYPE_IS_SET(*type) || (ZEND_TYPE_PURE_MASK(*type) & MAY_BE_OBJECT)) {
		return true;
	}
	ZEND_TYPE_FOREACH(*type, single) {
		if (ZEND_TYPE_HAS_NAME(*single) && (zend_string_equals_literal_ci(ZEND_TYPE_NAME(*single), "Throwable") ||
		                                    zend_string_equals_literal_ci(ZEND_TYPE_NAME(*single), "Error"))) {
			return true;
		}
	}
	ZEND_TYPE_FOREACH_END();
	return false;
}

struct wschat_component *wschat_component_new(zend_object *object)
{
	struct wschat_component *component = emalloc(sizeof *component);
	zend_class_entry *ce = object->ce;

	GC_ADDREF(object);
	component->refs = 1;
	component->object = object;
	component->on_open = find(ce, "onopen");
	component->on_message = find(ce, "onmessage");
	component->plain = wschat_gate_is_plain(component->on_message, 2);
	component->on_close = find(ce, "onclose");
	component->on_error = find(ce, "onerror");
	component->on_drain = instanceof_function(ce, wschat_ce_drain_interface) ? find(ce, "ondrain") : NULL;
	component->wants_objects = instanceof_function(ce, wschat_ce_ws_message_callable);
	component->takes_errors = accepts_errors(component->on_error);
	return component;
}

struct wschat_component *wschat_component_ref(struct wschat_component *component)
{
	component->refs++;
	GC_ADDREF(component->object);
	return component;
}

void wschat_component_unref(struct wschat_component *component)
{
	zend_object *object = component->object;

	if (--component->refs == 0) {
		efree(component);
	}
	OBJ_RELEASE(object);
}

/* ---- what they throw ----------------------------------------------------------- */

/* The pending exception, no longer pending; one reference for the caller. */
static zend_object *take_exception(void)
{
	zend_object *exception = EG(exception);

	GC_ADDREF(exception);
	zend_clear_exception();
	return exception;
}

static zval *read_member(zend_object *exception, const char *name, zval *rv)
{
	zend_class_entry *base = instanceof_function(exception->ce, zend_ce_exception) ? zend_ce_exception : zend_ce_error;

	return zend_read_property(base, exception, name, strlen(name), true, rv);
}

/* A message may hold what a client has sent: it must not look like lines of the log. */
static void make_one_line(zend_string *text)
{
	size_t i;

	for (i = 0; i < ZSTR_LEN(text); i++) {
		if ((unsigned char) ZSTR_VAL(text)[i] < ' ' || ZSTR_VAL(text)[i] == 0x7F) {
			ZSTR_VAL(text)[i] = ' ';
		}
	}
}

static void count_error(enum wsc_callback_error error)
{
	if (WSCHAT_G(loop)) {
		wsc_loop_count_error(WSCHAT_G(loop), error);
	}
}

/* The server of a connection, if that is the engine's; or NULL. */
static struct wschat_server *server_of(zend_object *connection)
{
	struct wsc_conn *conn = wschat_connection_is_native(connection) ? wschat_connection_conn(connection) : NULL;

	return conn ? wsc_server_data(wsc_conn_server(conn)) : NULL;
}

/* Into the log of this server, or PHP's, in one line, and gone. */
static void log_exception(struct wschat_server *server, zend_object *exception, const char *callback)
{
	zval message_rv, file_rv, line_rv;
	zend_string *message = zval_get_string(read_member(exception, "message", &message_rv));
	zend_string *file = zval_get_string(read_member(exception, "file", &file_rv));
	zend_string *line;

	count_error(WSC_ERROR_LOGGED);
	line = strpprintf(0, "%s() has thrown %s: %s in %s:" ZEND_LONG_FMT, callback, ZSTR_VAL(exception->ce->name),
	                  ZSTR_VAL(message), ZSTR_VAL(file), zval_get_long(read_member(exception, "line", &line_rv)));
	make_one_line(line);
	wschat_log(server, WSC_LOG_error, ZSTR_VAL(line));
	zend_string_release(line);
	zend_string_release(file);
	zend_string_release(message);
	OBJ_RELEASE(exception);
	/* A message may be an object, and its __toString() throw. */
	if (EG(exception) && !wschat_gate_is_exit()) {
		zend_clear_exception();
	}
}

/* An \ErrorException that says what the \Error said, which is its previous one. */
static zend_object *wrap_error(zend_object *error)
{
	static const char *const copied[] = {"message", "file", "line", NULL};
	zval wrapped, previous, severity;
	int i;

	object_init_ex(&wrapped, zend_ce_error_exception);
	for (i = 0; copied[i]; i++) {
		zval rv;

		zend_update_property(zend_ce_exception, Z_OBJ(wrapped), copied[i], strlen(copied[i]),
		                     read_member(error, copied[i], &rv));
	}
	ZVAL_LONG(&severity, E_ERROR);
	zend_update_property(zend_ce_error_exception, Z_OBJ(wrapped), ZEND_STRL("severity"), &severity);
	ZVAL_OBJ(&previous, error);
	zend_update_property(zend_ce_exception, Z_OBJ(wrapped), ZEND_STRL("previous"), &previous);
	OBJ_RELEASE(error);
	return Z_OBJ(wrapped);
}

static void close_after_error(zend_object *connection)
{
	struct wsc_conn *conn;

	if (!wschat_connection_is_native(connection)) {
		wschat_gate_call_method(connection, ZEND_STRL("close"), 0, NULL, NULL);
		return;
	}
	conn = wschat_connection_conn(connection);
	if (!conn) {
		return;
	}
	wschat_connection_set_closing(connection);
	wsc_conn_close(conn, WSC_CLOSE_SERVER_ERROR, "", 0);
}

void wschat_component_error(const struct wschat_component *component, zend_object *connection, zend_object *exception)
{
	zval arguments[2];

	count_error(WSC_ERROR_HANDLED);
	ZVAL_OBJ(&arguments[0], connection);
	ZVAL_OBJ(&arguments[1], exception);
	wschat_gate_call_function(component->on_error, component->object, 2, arguments, NULL);
	if (!EG(exception) || wschat_gate_is_exit()) {
		return;
	}
	log_exception(server_of(connection), take_exception(), "onError");
	close_after_error(connection);
}

void wschat_component_thrown(const struct wschat_component *component, zend_object *connection)
{
	zend_object *exception;

	if (wschat_gate_is_exit()) {
		return;
	}
	exception = take_exception();
	if (!component->takes_errors && !instanceof_function(exception->ce, zend_ce_exception)) {
		exception = wrap_error(exception);
	}
	wschat_component_error(component, connection, exception);
	OBJ_RELEASE(exception);
}

/* onOpen(), onMessage() or onDrain() may have thrown. */
static void handle_exception(const struct wschat_component *component, zend_object *connection)
{
	if (EG(exception)) {
		wschat_component_thrown(component, connection);
	}
}

/* ---- the callbacks: onMessage() is in component.h ----------------------------------- */

void wschat_component_open(const struct wschat_component *component, zend_object *connection, zend_object *request)
{
	zval arguments[2];

	ZVAL_OBJ(&arguments[0], connection);
	if (request) {
		ZVAL_OBJ(&arguments[1], request);
	}
	wschat_gate_call_function(component->on_open, component->object, request ? 2 : 1, arguments, NULL);
	handle_exception(component, connection);
}

void wschat_component_drain(const struct wschat_component *component, zend_object *connection)
{
	zval argument;

	ZVAL_OBJ(&argument, connection);
	wschat_gate_call_function(component->on_drain, component->object, 1, &argument, NULL);
	handle_exception(component, connection);
}

void wschat_component_close(const struct wschat_component *component, zend_object *connection)
{
	zval argument;

	ZVAL_OBJ(&argument, connection);
	wschat_gate_call_function(component->on_close, component->object, 1, &argument, NULL);
	if (!instanceof_function(connection->ce, wschat_ce_ws_connection)) {
		handle_exception(component, connection);
	} else if (EG(exception) && !wschat_gate_is_exit()) {
		log_exception(server_of(connection), take_exception(), "onClose");
	}
}

void wschat_component_log_thrown(struct wschat_server *server, const char *callback)
{
	if (!wschat_gate_is_exit()) {
		log_exception(server, take_exception(), callback);
	}
}
