/* SPDX-License-Identifier: MIT
 *
 * WsChat\React\Socket\SecureServer: TLS, by PHP's own OpenSSL streams, over the
 * connections of another server, where the engine has not taken both over for an
 * IoServer. Each handshake goes on when the loop says that bytes have
 * come; a failed one is an 'error' event and closes its connection. Connections of
 * other classes than ours are refused. Called by scripts and by Server.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "classes.h"
#include "emitter.h"
#include "gate.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/php_string.h"

/* ---- the handshake -------------------------------------------------------------------------- */

/* As for React, an exception of a 'connection' or 'error' listener is that of a promise
 * which nobody handles: it ends up in the log, and the server goes on. */
static void log_unhandled(void)
{
	zval exception, text;

	if (!EG(exception) || wschat_gate_is_exit()) {
		return;
	}
	ZVAL_OBJ_COPY(&exception, EG(exception));
	zend_clear_exception();
	if (wschat_gate_call_method(Z_OBJ(exception), ZEND_STRL("__tostring"), 0, NULL, &text) &&
	    Z_TYPE(text) == IS_STRING) {
		zend_string *line = strpprintf(0, "Unhandled promise rejection with %s", Z_STRVAL(text));

		php_log_err(ZSTR_VAL(line));
		zend_string_release(line);
	} else if (EG(exception) && !wschat_gate_is_exit()) {
		zend_clear_exception();
	}
	zval_ptr_dtor(&text);
	zval_ptr_dtor(&exception);
}

static bool end_handshake(zend_object *connection)
{
	struct wschat_react_connection *conn = wschat_react_connection_of(connection);

	if (!conn->handshaking) {
		return true;
	}
	conn->handshaking = false;
	return wschat_react_watch(conn->loop, "removereadstream", conn->stream, NULL);
}

static void succeed(zend_object *server, zend_object *connection)
{
	if (!end_handshake(connection)) {
		return;
	}
	wschat_react_connection_set_encrypted(connection, true);
	if (wschat_react_connection_resume(connection)) {
		wschat_emitter_emit_object(server, "connection", connection);
		log_unhandled();
	}
}

void wschat_react_secure_error(zend_object *server, zend_string *message, int code)
{
	wschat_react_emit_error(server, spl_ce_RuntimeException, message, code);
	log_unhandled();
}

/* `why` is taken over. */
static void fail(zend_object *server, zend_object *connection, zend_string *why, int code)
{
	struct wschat_react_connection *conn = wschat_react_connection_of(connection);
	zend_string *message = strpprintf(0, "Connection from %s failed during TLS handshake: %s",
	                                  conn->remote ? ZSTR_VAL(conn->remote) : "", ZSTR_VAL(why));

	zend_string_release(why);
	if (!end_handshake(connection)) {
		zend_string_release(message);
		return;
	}
	wschat_react_secure_error(server, message, code);
	if (!EG(exception)) {
		wschat_gate_call_method(connection, ZEND_STRL("close"), 0, NULL, NULL);
	}
}

static int method_of(php_stream *stream)
{
	php_stream_context *context = PHP_STREAM_CONTEXT(stream);
	zval *method = context ? php_stream_context_get_option(context, "ssl", "crypto_method") : NULL;

	return method ? (int) zval_get_long(method) : STREAM_CRYPTO_METHOD_TLS_SERVER;
}

/* 1: done, 0: more bytes have to come, -1: failed, and `complaint` may say why. */
static int enable(php_stream *stream, zend_string **complaint)
{
	struct wschat_quiet quiet;
	int result = -1;

	wschat_quiet_begin(&quiet);
	if (php_stream_xport_crypto_setup(stream, (php_stream_xport_crypt_method_t) method_of(stream), NULL) >= 0) {
		result = php_stream_xport_crypto_enable(stream, 1);
	}
	*complaint = wschat_quiet_end(&quiet);
	return result;
}

static zend_string *one_line(zend_string *text)
{
	zend_string *line = zend_string_init(ZSTR_VAL(text), ZSTR_LEN(text), false);
	size_t i;

	for (i = 0; i < ZSTR_LEN(line); i++) {
		if (ZSTR_VAL(line)[i] == '\r' || ZSTR_VAL(line)[i] == '\n') {
			ZSTR_VAL(line)[i] = ' ';
		}
	}
	zend_string_release(text);
	return line;
}

static void on_bytes(zend_object *server, zend_object *connection, uint32_t argc, zval *argv)
{
	struct wschat_react_connection *conn = wschat_react_connection_of(connection);
	php_stream *stream = wschat_react_stream(conn->stream);
	zend_string *complaint = NULL;
	int result;

	(void) argc;
	(void) argv;
	if (!conn->handshaking) {
		return;
	}
	result = stream ? enable(stream, &complaint) : -1;
	if (result == 0 || result == 1) {
		if (complaint) {
			zend_string_release(complaint);
		}
		if (result == 1) {
			succeed(server, connection);
		}
		return;
	}
	if (!stream || !complaint || php_stream_eof(stream)) {
		if (complaint) {
			zend_string_release(complaint);
		}
		complaint = strpprintf(0, "Connection lost during TLS handshake (ECONNRESET)");
		fail(server, connection, complaint, ECONNRESET);
	} else {
		fail(server, connection, one_line(complaint), 0);
	}
}

static void set_options(php_stream *stream, HashTable *options)
{
	php_stream_context *context = PHP_STREAM_CONTEXT(stream);
	zend_string *name;
	zval *option;

	if (!context) {
		context = php_stream_context_alloc();
		stream->ctx = context->res;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, option) {
		if (name) {
			ZVAL_DEREF(option);
			php_stream_context_set_option(context, "ssl", ZSTR_VAL(name), option);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void keep_remote_address(zend_object *connection, php_stream *stream)
{
	struct wschat_react_connection *conn = wschat_react_connection_of(connection);

	if (conn->remote) {
		zend_string_release(conn->remote);
	}
	conn->remote = wschat_react_address(stream, true, "tcp");
}

static void start_handshake(zend_object *server, zend_object *connection)
{
	struct wschat_react_wrapper *wrapper = wschat_react_wrapper_of(server);
	struct wschat_react_connection *conn = wschat_react_connection_of(connection);
	php_stream *stream = wschat_react_stream(conn->stream);
	zval callback;

	if (!stream || conn->handshaking) {
		return;
	}
	set_options(stream, Z_ARRVAL(wrapper->context));
	keep_remote_address(connection, stream);
	if (!wschat_react_connection_pause(connection)) {
		return;
	}
	conn->handshaking = true;
	wschat_callback_new(&callback, on_bytes, server, connection);
	wschat_react_watch(conn->loop, "addreadstream", conn->stream, &callback);
	zval_ptr_dtor(&callback);
}

static void handle_connection(zend_object *server, zend_object *connection)
{
	if (!wschat_react_wrapper_of(server)->inner) {
		return;
	}
	if (instanceof_function(connection->ce, wschat_ce_react_connection)) {
		start_handshake(server, connection);
		return;
	}
	if (wschat_react_emit_error(
			server, spl_ce_UnexpectedValueException,
			strpprintf(0, "Base server does not use internal Connection class exposing stream resource"), 0)) {
		wschat_gate_call_method(connection, ZEND_STRL("close"), 0, NULL, NULL);
	}
}

/* ---- the server ------------------------------------------------------------------------------- */

static void on_connection(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	if (argc && Z_TYPE(argv[0]) == IS_OBJECT &&
	    instanceof_function(Z_OBJCE(argv[0]), wschat_ce_react_connection_interface)) {
		handle_connection(object, Z_OBJ(argv[0]));
	}
}

static void on_error(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	wschat_emitter_emit(object, "error", MIN(argc, 1), argv);
}

static bool construct(zend_object *object, zend_object *inner, zend_object *loop, HashTable *context)
{
	struct wschat_react_wrapper *wrapper = wschat_react_wrapper_of(object);
	zval listener, empty;
	bool good;

	if (wrapper->inner) {
		zend_throw_error(NULL, "%s is constructed already", ZSTR_VAL(object->ce->name));
		return false;
	}
	wrapper->loop = wschat_react_loop(loop);
	if (!wrapper->loop) {
		return false;
	}
	if (context) {
		ZVAL_ARR(&wrapper->context, zend_array_dup(context));
	} else {
		array_init(&wrapper->context);
	}
	/* Else OpenSSL would ask for it at the terminal. */
	ZVAL_EMPTY_STRING(&empty);
	zend_hash_str_add(Z_ARRVAL(wrapper->context), ZEND_STRL("passphrase"), &empty);
	GC_ADDREF(inner);
	wrapper->inner = inner;
	wschat_callback_new(&listener, on_connection, object, NULL);
	good = wschat_emitter_add(inner, "connection", &listener);
	zval_ptr_dtor(&listener);
	if (good) {
		wschat_callback_new(&listener, on_error, object, NULL);
		good = wschat_emitter_add(inner, "error", &listener);
		zval_ptr_dtor(&listener);
	}
	return good;
}

bool wschat_react_secure_server_new(zval *result, zend_object *inner, zend_object *loop, HashTable *context)
{
	object_init_ex(result, wschat_ce_react_secure_server);
	if (!construct(Z_OBJ_P(result), inner, loop, context)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
		return false;
	}
	return true;
}

ZEND_METHOD(WsChat_React_Socket_SecureServer, __construct)
{
	zval *tcp, *loop = NULL;
	HashTable *context = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "O|O!h", &tcp, wschat_ce_react_server_interface, &loop,
	                          wschat_ce_loop_interface, &context) == FAILURE) {
		RETURN_THROWS();
	}
	construct(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(tcp), loop ? Z_OBJ_P(loop) : NULL, context);
}

ZEND_METHOD(WsChat_React_Socket_SecureServer, getAddress)
{
	zval address;

	ZVAL_NULL(&address);
	wschat_react_wrapper_call(Z_OBJ_P(ZEND_THIS), "getaddress", &address);
	if (Z_TYPE(address) == IS_STRING) {
		RETVAL_STR(php_str_to_str(Z_STRVAL(address), Z_STRLEN(address), (char *) ZEND_STRL("tcp://"),
		                          (char *) ZEND_STRL("tls://")));
	}
	zval_ptr_dtor(&address);
}

ZEND_METHOD(WsChat_React_Socket_SecureServer, handleConnection)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_react_connection_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	handle_connection(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection));
}
