/* SPDX-License-Identifier: MIT
 *
 * WsChat\React\Socket\TcpServer, UnixServer and FdServer: a listening stream of
 * PHP's that a loop watches, one connection accepted at a time. It refuses what
 * React refuses, in React's words. Called by scripts and by the wrappers.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "classes.h"
#include "emitter.h"
#include "gate.h"
#include "gc.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/file.h"
#include "ext/standard/php_string.h"
#include "ext/standard/url.h"

#ifndef PHP_WIN32 /* whose PHP brings it along */
#include <arpa/inet.h>
#endif

/* React's */
#define BACKLOG 511

static zend_object_handlers handlers;

static struct wschat_react_listener *listener_of(zend_object *object)
{
	return wschat_react_listener_of(object);
}

static php_stream *stream_of(zend_object *object)
{
	return wschat_react_stream(listener_of(object)->master);
}

/* ---- accepting ---------------------------------------------------------------------------- */

static void deliver(zend_object *object, zval *stream)
{
	struct wschat_react_listener *listener = listener_of(object);
	zval connection;

	if (!wschat_react_connection_new(&connection, stream, listener->loop)) {
		return;
	}
	if (listener->is_unix) {
		wschat_react_connection_set_unix(Z_OBJ(connection), true);
	}
	wschat_emitter_emit(object, "connection", 1, &connection);
	zval_ptr_dtor(&connection);
}

static void on_readable(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	php_stream *master = stream_of(object);
	zval stream, error;

	(void) other;
	(void) argc;
	(void) argv;
	if (!master) {
		return;
	}
	if (!wschat_react_accept(master, &stream, &error)) {
		wschat_emitter_emit(object, "error", 1, &error);
		zval_ptr_dtor(&error);
		return;
	}
	deliver(object, &stream);
	zval_ptr_dtor(&stream);
}

bool wschat_react_listener_watch(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);
	zval callback;
	bool good;

	wschat_callback_new(&callback, on_readable, object, NULL);
	good = wschat_react_watch(listener->loop, "addreadstream", listener->master, &callback);
	zval_ptr_dtor(&callback);
	return good;
}

bool wschat_react_listener_unwatch(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);

	return wschat_react_watch(listener->loop, "removereadstream", listener->master, NULL);
}

static void tell_taker(struct wschat_react_listener *listener, enum wschat_react_state state)
{
	struct wschat_react_taker taker = listener->taker;

	if (state == WSCHAT_REACT_CLOSED) {
		listener->taker.changed = NULL;
	}
	taker.changed(state, taker.arg);
}

static bool listener_resume(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);

	if (listener->listening || !stream_of(object)) {
		return true;
	}
	listener->listening = true;
	if (listener->taker.changed) {
		tell_taker(listener, WSCHAT_REACT_LISTENING);
		return true;
	}
	return wschat_react_listener_watch(object);
}

static bool listener_pause(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);

	if (!listener->listening) {
		return true;
	}
	listener->listening = false;
	if (listener->taker.changed) {
		tell_taker(listener, WSCHAT_REACT_PAUSED);
		return true;
	}
	return wschat_react_listener_unwatch(object);
}

static void listener_close(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);

	if (!stream_of(object)) {
		return;
	}
	GC_ADDREF(object);
	if (listener->taker.changed) {
		listener->listening = false;
		tell_taker(listener, WSCHAT_REACT_CLOSED);
	}
	listener_pause(object);
	wschat_react_fclose(listener->master);
	wschat_emitter_clear(object);
	OBJ_RELEASE(object);
}

/* ---- making them -------------------------------------------------------------------------- */

static bool is_new(zend_object *object)
{
	if (listener_of(object)->loop) {
		zend_throw_error(NULL, "%s is constructed already", ZSTR_VAL(object->ce->name));
		return false;
	}
	return true;
}

/* For `instanceof`, which loads nothing: a script that has asked for one name asks
 * what it gets from us for others. May run user code (autoloaders). */
static bool make_names_known(void)
{
	static const char *const names[] = {"React\\Socket\\Connection", "Evenement\\EventEmitter"};
	zend_string *name;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0] && !EG(exception); i++) {
		name = zend_string_init(names[i], strlen(names[i]), false);
		zend_lookup_class(name);
		zend_string_release(name);
	}
	return !EG(exception);
}

/* Takes the stream over. */
static bool start(zend_object *object, php_stream *stream, zend_object *given)
{
	struct wschat_react_listener *listener = listener_of(object);
	zval zv;

	php_stream_to_zval(stream, &zv);
	php_stream_set_option(stream, PHP_STREAM_OPTION_BLOCKING, 0, NULL);
	listener->master = Z_RES(zv);
	listener->loop = wschat_react_loop(given);
	return listener->loop && make_names_known() && listener_resume(object);
}

/* A listening stream; NULL: `text` says why, if PHP knows, and `number`. */
static php_stream *listen_on(zend_string *uri, HashTable *options, bool backlog, zend_string **text, int *number)
{
	php_stream_context *context = php_stream_context_alloc();
	struct wschat_quiet quiet;
	php_stream *stream;
	zend_string *name, *complaint;
	zval *option, value;
	int error;

	if (backlog) {
		ZVAL_LONG(&value, BACKLOG);
		php_stream_context_set_option(context, "socket", "backlog", &value);
	}
	if (options) {
		ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, option) {
			if (name) {
				ZVAL_DEREF(option);
				php_stream_context_set_option(context, "socket", ZSTR_VAL(name), option);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	*text = NULL;
	*number = 0;
	errno = 0;
	wschat_quiet_begin(&quiet);
	stream = php_stream_xport_create(ZSTR_VAL(uri), ZSTR_LEN(uri), REPORT_ERRORS,
	                                 STREAM_XPORT_SERVER | STREAM_XPORT_BIND | STREAM_XPORT_LISTEN, NULL, NULL, context,
	                                 text, number);
	error = errno;
	complaint = wschat_quiet_end(&quiet);
	zend_list_delete(context->res);
	if (stream && *text) {
		zend_string_release(*text);
	} else if (!stream && !*text && error) {
		/* PHP says nothing of paths. */
		*number = error;
		*text = zend_string_init(strerror(error), strlen(strerror(error)), false);
	}
	if (complaint) {
		zend_string_release(complaint);
	}
	return stream;
}

static void throw_failed(const char *what, zend_string *where, zend_string *text, int number)
{
	zend_string *full;
	const char *words = text ? ZSTR_VAL(text) : "Unknown error";

	if (number == 0) {
		number = wschat_react_errno(words);
	}
	full = wschat_react_error_text(words, number);
	zend_throw_exception_ex(spl_ce_RuntimeException, number, "Failed to listen on %s\"%s\": %s", what, ZSTR_VAL(where),
	                        ZSTR_VAL(full));
	zend_string_release(full);
	if (text) {
		zend_string_release(text);
	}
}

/* parse_url() knows no port 0, so it is taken off before. */
static php_url *parse_uri(zend_string *uri, bool *has_port)
{
	size_t length = ZSTR_LEN(uri);
	bool random = length > 2 && memcmp(ZSTR_VAL(uri) + length - 2, ":0", 2) == 0;
	php_url *url = php_url_parse_ex2(ZSTR_VAL(uri), random ? length - 2 : length, has_port);

	*has_port = *has_port || random;
	return url;
}

static bool is_address(zend_string *host)
{
	unsigned char address[sizeof(struct in6_addr)];
	zend_string *bare = php_trim(host, ZEND_STRL("[]"), 3);
	bool is = strlen(ZSTR_VAL(bare)) == ZSTR_LEN(bare) &&
	          inet_pton(strchr(ZSTR_VAL(bare), ':') ? AF_INET6 : AF_INET, ZSTR_VAL(bare), address) == 1;

	zend_string_release(bare);
	return is;
}

/* What React wants of a URI; false: thrown. */
static bool check_uri(zend_string *uri)
{
	bool has_port = false;
	php_url *url = parse_uri(uri, &has_port);
	bool complete = url && url->scheme && url->host && has_port && zend_string_equals_literal(url->scheme, "tcp");
	bool address = complete && is_address(url->host);

	if (url) {
		php_url_free(url);
	}
	if (!complete) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL, "Invalid URI \"%s\" given (EINVAL)",
		                        ZSTR_VAL(uri));
	} else if (!address) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL,
		                        "Given URI \"%s\" does not contain a valid host IP (EINVAL)", ZSTR_VAL(uri));
	}
	return complete && address;
}

/* 8080, '127.0.0.1:8080' and 'tcp://127.0.0.1:8080' alike. */
static zend_string *complete_uri(zend_string *uri)
{
	zend_string *number = zend_long_to_str(ZEND_STRTOL(ZSTR_VAL(uri), NULL, 10));
	zend_string *complete;

	if (zend_string_equals(number, uri)) {
		complete = strpprintf(0, "tcp://127.0.0.1:%s", ZSTR_VAL(uri));
	} else if (!strstr(ZSTR_VAL(uri), "://")) {
		complete = strpprintf(0, "tcp://%s", ZSTR_VAL(uri));
	} else {
		complete = zend_string_copy(uri);
	}
	zend_string_release(number);
	return complete;
}

static bool construct_tcp(zend_object *object, zend_string *given, zend_object *loop, HashTable *context)
{
	zend_string *uri, *text;
	php_stream *stream;
	int number;

	if (!is_new(object)) {
		return false;
	}
	uri = complete_uri(given);
	if (!check_uri(uri)) {
		zend_string_release(uri);
		return false;
	}
	stream = listen_on(uri, context, true, &text, &number);
	if (!stream) {
		throw_failed("", uri, text, number);
	}
	zend_string_release(uri);
	return stream && start(object, stream, loop);
}

static bool construct_unix(zend_object *object, zend_string *given, zend_object *loop, HashTable *context)
{
	zend_string *path, *text;
	php_stream *stream;
	int number;

	if (!is_new(object)) {
		return false;
	}
	if (!strstr(ZSTR_VAL(given), "://")) {
		path = strpprintf(0, "unix://%s", ZSTR_VAL(given));
	} else if (strncmp(ZSTR_VAL(given), "unix://", strlen("unix://")) == 0) {
		path = zend_string_copy(given);
	} else {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL, "Given URI \"%s\" is invalid (EINVAL)",
		                        ZSTR_VAL(given));
		return false;
	}
	stream = listen_on(path, context, false, &text, &number);
	if (!stream) {
		throw_failed("Unix domain socket ", path, text, number);
	}
	zend_string_release(path);
	listener_of(object)->is_unix = true;
	return stream && start(object, stream, loop);
}

/* 3 or 'php://fd/3'; -1: neither. */
static zend_long number_of(zval *given)
{
	const char *digits;
	zend_long number;
	double ignored;

	if (Z_TYPE_P(given) == IS_LONG) {
		return Z_LVAL_P(given) == ZEND_LONG_MAX ? -1 : Z_LVAL_P(given);
	}
	if (Z_TYPE_P(given) != IS_STRING || strncmp(Z_STRVAL_P(given), "php://fd/", strlen("php://fd/")) != 0) {
		return -1;
	}
	digits = Z_STRVAL_P(given) + strlen("php://fd/");
	if (strspn(digits, "0123456789") != strlen(digits) ||
	    is_numeric_string(digits, strlen(digits), &number, &ignored, false) != IS_LONG) {
		return -1;
	}
	return number;
}

static void throw_fd(zend_long fd, int number, const char *text)
{
	zend_string *full = wschat_react_error_text(text ? text : strerror(number), number);

	zend_throw_exception_ex(spl_ce_RuntimeException, number, "Failed to listen on FD " ZEND_LONG_FMT ": %s", fd,
	                        ZSTR_VAL(full));
	zend_string_release(full);
}

/* "...: [9]: Bad file descriptor" */
static void throw_open(zend_long fd, zend_string *complaint)
{
	const char *bracket = complaint ? strrchr(ZSTR_VAL(complaint), '[') : NULL;
	const char *behind = bracket ? strstr(bracket, "]: ") : NULL;

	if (behind) {
		throw_fd(fd, atoi(bracket + 1), behind + strlen("]: "));
	} else {
		throw_fd(fd, 0, complaint ? ZSTR_VAL(complaint) : "Unknown error");
	}
}

static php_stream *open_fd(zend_long fd)
{
	zend_string *path = strpprintf(0, "php://fd/" ZEND_LONG_FMT, fd);
	zend_string *complaint, *peer;
	struct wschat_quiet quiet;
	php_stream *stream;
	int error = 0;

	wschat_quiet_begin(&quiet);
	stream = php_stream_open_wrapper(ZSTR_VAL(path), "r+", REPORT_ERRORS, NULL);
	complaint = wschat_quiet_end(&quiet);
	zend_string_release(path);
	if (!stream) {
		throw_open(fd, complaint);
	} else if (strcmp(stream->ops->label, "tcp_socket") != 0 && strcmp(stream->ops->label, "tcp_socket/ssl") != 0) {
		error = ENOTSOCK;
	} else {
		peer = wschat_react_address(stream, true, "tcp");
		if (peer) {
			zend_string_release(peer);
			error = EISCONN;
		}
	}
	if (complaint) {
		zend_string_release(complaint);
	}
	if (error) {
		php_stream_close(stream);
		throw_fd(fd, error, NULL);
		return NULL;
	}
	return stream;
}

/* React's way to tell a path from a host: it is no URL with a port. */
static bool looks_unix(php_stream *stream)
{
	zend_string *address = wschat_react_address(stream, false, "tcp");
	php_url *url = address ? php_url_parse_ex(ZSTR_VAL(address), ZSTR_LEN(address)) : NULL;
	bool looks = !url;

	if (url) {
		php_url_free(url);
	}
	if (address) {
		zend_string_release(address);
	}
	return looks;
}

static bool construct_fd(zend_object *object, zval *given, zend_object *loop)
{
	zend_long fd;
	php_stream *stream;

	if (!is_new(object)) {
		return false;
	}
	fd = number_of(given);
	if (fd < 0) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "Invalid FD number given (EINVAL)", EINVAL);
		return false;
	}
	stream = open_fd(fd);
	if (!stream) {
		return false;
	}
	listener_of(object)->is_unix = looks_unix(stream);
	return start(object, stream, loop);
}

static bool keep(zval *result, bool good)
{
	if (!good) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	return good;
}

bool wschat_react_tcp_server_new(zval *result, zend_string *uri, zend_object *loop, HashTable *context)
{
	object_init_ex(result, wschat_ce_react_tcp_server);
	return keep(result, construct_tcp(Z_OBJ_P(result), uri, loop, context));
}

bool wschat_react_unix_server_new(zval *result, zend_string *path, zend_object *loop, HashTable *context)
{
	object_init_ex(result, wschat_ce_react_unix_server);
	return keep(result, construct_unix(Z_OBJ_P(result), path, loop, context));
}

bool wschat_react_fd_server_new(zval *result, zval *fd, zend_object *loop)
{
	object_init_ex(result, wschat_ce_react_fd_server);
	return keep(result, construct_fd(Z_OBJ_P(result), fd, loop));
}

/* ---- the methods ----------------------------------------------------------------------------- */

static void construct(INTERNAL_FUNCTION_PARAMETERS,
                      bool (*function)(zend_object *object, zend_string *uri, zend_object *loop, HashTable *context))
{
	zval *uri, *loop = NULL;
	HashTable *context = NULL;
	zend_string *text;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|O!h", &uri, &loop, wschat_ce_loop_interface, &context) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	text = zval_try_get_string(uri);
	if (text) {
		function(Z_OBJ_P(ZEND_THIS), text, loop ? Z_OBJ_P(loop) : NULL, context);
		zend_string_release(text);
	}
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, __construct)
{
	construct(INTERNAL_FUNCTION_PARAM_PASSTHRU, construct_tcp);
}

ZEND_METHOD(WsChat_React_Socket_UnixServer, __construct)
{
	construct(INTERNAL_FUNCTION_PARAM_PASSTHRU, construct_unix);
}

ZEND_METHOD(WsChat_React_Socket_FdServer, __construct)
{
	zval *fd, *loop = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|O!", &fd, &loop, wschat_ce_loop_interface) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_DEREF(fd);
	construct_fd(Z_OBJ_P(ZEND_THIS), fd, loop ? Z_OBJ_P(loop) : NULL);
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, getAddress)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	php_stream *stream = stream_of(object);
	const char *scheme = listener_of(object)->is_unix ? "unix" : "tcp";
	zend_string *address;

	if (!stream) {
		RETURN_NULL();
	}
	address = wschat_react_address(stream, false, scheme);
	RETURN_STR(address ? address : strpprintf(0, "%s://", scheme));
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, pause)
{
	listener_pause(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, resume)
{
	listener_resume(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, close)
{
	listener_close(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_TcpServer, handleConnection)
{
	zval *stream;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &stream) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_DEREF(stream);
	if (listener_of(Z_OBJ_P(ZEND_THIS))->loop) {
		deliver(Z_OBJ_P(ZEND_THIS), stream);
	}
}

/* ---- the object -------------------------------------------------------------------------------- */

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_react_listener *listener = zend_object_alloc(sizeof *listener, ce);

	zend_object_std_init(&listener->std, ce);
	object_properties_init(&listener->std, ce);
	listener->std.handlers = &handlers;
	return &listener->std;
}

static void free_obj(zend_object *object)
{
	struct wschat_react_listener *listener = listener_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	if (listener->master) {
		zend_list_delete(listener->master);
	}
	if (listener->loop) {
		OBJ_RELEASE(listener->loop);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	if (listener_of(object)->loop) {
		zend_get_gc_buffer_add_obj(buffer, listener_of(object)->loop);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_react_listener_register(void)
{
	wschat_ce_react_tcp_server->create_object = create;
	wschat_ce_react_unix_server->create_object = create;
	wschat_ce_react_fd_server->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_react_listener, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
