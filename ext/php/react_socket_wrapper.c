/* SPDX-License-Identifier: MIT
 *
 * WsChat\React\Socket\Server and SocketServer: one server behind a URI of any
 * scheme, whose events they pass on; and what all servers around another one share.
 * Called by scripts.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "classes.h"
#include "emitter.h"
#include "gate.h"
#include "gc.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/php_string.h"

static zend_object_handlers handlers;

void wschat_react_wrapper_call(zend_object *object, const char *lcname, zval *result)
{
	zend_object *inner = wschat_react_wrapper_of(object)->inner;

	if (inner) {
		wschat_gate_call_method(inner, lcname, strlen(lcname), 0, NULL, result);
	} else if (result) {
		ZVAL_NULL(result);
	}
}

/* ---- Server, SocketServer -------------------------------------------------------------------- */

static void on_connection(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	if (argc && Z_TYPE(argv[0]) == IS_OBJECT) {
		wschat_emitter_emit_object(object, "connection", Z_OBJ(argv[0]));
	}
}

static void on_error(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	(void) other;
	if (argc && Z_TYPE(argv[0]) == IS_OBJECT) {
		wschat_emitter_emit_object(object, "error", Z_OBJ(argv[0]));
	}
}

static bool pass_on(zend_object *object, const char *event, wschat_callback_fn *function)
{
	zval callback;
	bool good;

	wschat_callback_new(&callback, function, object, NULL);
	good = wschat_emitter_add(wschat_react_wrapper_of(object)->inner, event, &callback);
	zval_ptr_dtor(&callback);
	return good;
}

/* The options of one scheme; NULL: none. */
static HashTable *options_of(HashTable *context, const char *scheme)
{
	zval *options = context ? zend_hash_str_find(context, scheme, strlen(scheme)) : NULL;

	if (options) {
		ZVAL_DEREF(options);
	}
	return options && Z_TYPE_P(options) == IS_ARRAY ? Z_ARRVAL_P(options) : NULL;
}

/* What comes before "://", with it. */
static bool has_scheme(zend_string *uri, const char *scheme)
{
	const char *end = strstr(ZSTR_VAL(uri), "://");

	return end && (size_t) (end - ZSTR_VAL(uri)) == strlen(scheme) &&
	       memcmp(ZSTR_VAL(uri), scheme, strlen(scheme)) == 0;
}

static bool make_tcp(zval *inner, zend_string *uri, zend_object *loop, HashTable *tcp, HashTable *tls)
{
	bool secure = has_scheme(uri, "tls");
	zend_string *plain =
		php_str_to_str(ZSTR_VAL(uri), ZSTR_LEN(uri), (char *) ZEND_STRL("tls://"), (char *) ZEND_STRL(""));
	bool good = wschat_react_tcp_server_new(inner, plain, loop, tcp);
	zval wrapped;

	zend_string_release(plain);
	if (!good || !secure) {
		return good;
	}
	good = wschat_react_secure_server_new(&wrapped, Z_OBJ_P(inner), loop, tls);
	zval_ptr_dtor(inner);
	ZVAL_COPY_VALUE(inner, &wrapped);
	return good;
}

static bool make(zval *inner, zend_string *uri, zend_object *loop, HashTable *context, bool with_fd)
{
	zval zv;

	if (has_scheme(uri, "unix")) {
		return wschat_react_unix_server_new(inner, uri, loop, options_of(context, "unix"));
	}
	if (with_fd && has_scheme(uri, "php")) {
		ZVAL_STR(&zv, uri);
		return wschat_react_fd_server_new(inner, &zv, loop);
	}
	return make_tcp(inner, uri, loop, options_of(context, "tcp"), options_of(context, "tls"));
}

static void construct(zend_object *object, zval *given, zend_object *loop, HashTable *context, bool with_fd)
{
	struct wschat_react_wrapper *wrapper = wschat_react_wrapper_of(object);
	zend_string *uri;
	zval inner;

	if (wrapper->inner) {
		zend_throw_error(NULL, "%s is constructed already", ZSTR_VAL(object->ce->name));
		return;
	}
	uri = zval_try_get_string(given);
	if (!uri) {
		return;
	}
	if (make(&inner, uri, loop, context, with_fd)) {
		wrapper->inner = Z_OBJ(inner);
		if (pass_on(object, "connection", on_connection)) {
			pass_on(object, "error", on_error);
		}
	}
	zend_string_release(uri);
}

ZEND_METHOD(WsChat_React_Socket_Server, __construct)
{
	zval *uri, *loop = NULL, wrapped;
	HashTable *context = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|O!h", &uri, &loop, wschat_ce_loop_interface, &context) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_UNDEF(&wrapped);
	if (context && zend_hash_num_elements(context) && !zend_hash_str_exists(context, ZEND_STRL("tcp")) &&
	    !zend_hash_str_exists(context, ZEND_STRL("tls")) && !zend_hash_str_exists(context, ZEND_STRL("unix"))) {
		zval options;

		array_init(&wrapped);
		ZVAL_ARR(&options, zend_array_dup(context));
		zend_hash_str_add_new(Z_ARRVAL(wrapped), ZEND_STRL("tcp"), &options);
		context = Z_ARRVAL(wrapped);
	}
	construct(Z_OBJ_P(ZEND_THIS), uri, loop ? Z_OBJ_P(loop) : NULL, context, false);
	zval_ptr_dtor(&wrapped);
}

/* A port without a host, which SocketServer refuses: '8080', 'tls://8080' */
static bool is_bare_port(zval *given)
{
	zend_string *uri = zval_try_get_string(given);
	const char *port, *scheme;
	bool is = false;

	if (!uri) {
		return false;
	}
	port = strstr(ZSTR_VAL(uri), "://");
	if (port) {
		for (scheme = ZSTR_VAL(uri); scheme < port && (isalnum((unsigned char) *scheme) || *scheme == '_'); scheme++) {
		}
		is = scheme == port && port > ZSTR_VAL(uri);
		port += strlen("://");
	} else {
		port = ZSTR_VAL(uri);
		is = true;
	}
	is = is && *port && strspn(port, "0123456789") == strlen(port);
	zend_string_release(uri);
	return is;
}

ZEND_METHOD(WsChat_React_Socket_SocketServer, __construct)
{
	zval *uri, *loop = NULL;
	HashTable *context = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|hO!", &uri, &context, &loop, wschat_ce_loop_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	if (is_bare_port(uri)) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "Invalid URI given (EINVAL)", EINVAL);
	}
	if (!EG(exception)) {
		construct(Z_OBJ_P(ZEND_THIS), uri, loop ? Z_OBJ_P(loop) : NULL, context, true);
	}
}

ZEND_METHOD(WsChat_React_Socket_SocketServer, accept)
{
	zval *socket, error;
	php_stream *stream;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "r", &socket) == FAILURE) {
		RETURN_THROWS();
	}
	php_stream_from_zval(stream, socket);
	if (!wschat_react_accept(stream, return_value, &error)) {
		zend_throw_exception_object(&error);
	}
}

ZEND_METHOD(WsChat_React_Socket_SocketServer, errno)
{
	zend_string *text;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "S", &text) == FAILURE) {
		RETURN_THROWS();
	}
	RETURN_LONG(wschat_react_errno(ZSTR_VAL(text)));
}

ZEND_METHOD(WsChat_React_Socket_SocketServer, errconst)
{
	zend_long number;
	const char *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "l", &number) == FAILURE) {
		RETURN_THROWS();
	}
	name = wschat_react_errconst(number);
	if (!name) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR(strpprintf(0, " (%s)", name));
}

/* ---- all wrappers ----------------------------------------------------------------------------- */

ZEND_METHOD(WsChat_React_Socket_Server, getAddress)
{
	wschat_react_wrapper_call(Z_OBJ_P(ZEND_THIS), "getaddress", return_value);
}

ZEND_METHOD(WsChat_React_Socket_Server, pause)
{
	wschat_react_wrapper_call(Z_OBJ_P(ZEND_THIS), "pause", NULL);
}

ZEND_METHOD(WsChat_React_Socket_Server, resume)
{
	wschat_react_wrapper_call(Z_OBJ_P(ZEND_THIS), "resume", NULL);
}

ZEND_METHOD(WsChat_React_Socket_Server, close)
{
	wschat_react_wrapper_call(Z_OBJ_P(ZEND_THIS), "close", NULL);
}

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_react_wrapper *wrapper = zend_object_alloc(sizeof *wrapper, ce);

	zend_object_std_init(&wrapper->std, ce);
	object_properties_init(&wrapper->std, ce);
	wrapper->std.handlers = &handlers;
	return &wrapper->std;
}

static void free_obj(zend_object *object)
{
	struct wschat_react_wrapper *wrapper = wschat_react_wrapper_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	zval_ptr_dtor(&wrapper->context);
	zval_ptr_dtor(&wrapper->connections);
	if (wrapper->loop) {
		OBJ_RELEASE(wrapper->loop);
	}
	if (wrapper->inner) {
		OBJ_RELEASE(wrapper->inner);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct wschat_react_wrapper *wrapper = wschat_react_wrapper_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	zend_get_gc_buffer_add_zval(buffer, &wrapper->context);
	zend_get_gc_buffer_add_zval(buffer, &wrapper->connections);
	if (wrapper->loop) {
		zend_get_gc_buffer_add_obj(buffer, wrapper->loop);
	}
	if (wrapper->inner) {
		zend_get_gc_buffer_add_obj(buffer, wrapper->inner);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_react_wrapper_register(void)
{
	wschat_ce_react_server->create_object = create;
	wschat_ce_react_socket_server->create_object = create;
	wschat_ce_react_secure_server->create_object = create;
	wschat_ce_react_limiting_server->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_react_wrapper, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
