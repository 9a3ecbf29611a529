/* SPDX-License-Identifier: MIT
 *
 * WsChat\React\Socket\Connection: events over a stream of PHP's that a loop
 * watches. Nothing is sent before the loop says that it can be; the end of the
 * other side closes both, as in React. What a listener throws comes out of the
 * loop's run() and leaves the connection as it is. Called by scripts, by loops, and
 * by the native servers.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "classes.h"
#include "emitter.h"
#include "gate.h"
#include "gc.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* React's: bytes of one read, and of the queue at which write() says stop. */
#define CHUNK 65536
#define SOFT_LIMIT 65536

enum {
	PROPERTY_UNIX = WSCHAT_EMITTER_PROPERTIES,
	PROPERTY_ENCRYPTED,
	PROPERTY_STREAM,
};

static zend_object_handlers handlers;

static struct wschat_react_connection *connection_of(zend_object *object)
{
	return wschat_react_connection_of(object);
}

static php_stream *stream_of(zend_object *object)
{
	return wschat_react_stream(connection_of(object)->stream);
}

static size_t queued(const struct wschat_react_connection *conn)
{
	return conn->output ? ZSTR_LEN(conn->output) - conn->sent : 0;
}

static void set_property(zend_object *object, int number, zval *value)
{
	zval *slot = OBJ_PROP_NUM(object, number);
	zval old;

	ZVAL_DEREF(slot);
	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_COPY_VALUE(slot, value);
	/* Last, as a destructor may look at it. */
	zval_ptr_dtor(&old);
}

void wschat_react_connection_set_unix(zend_object *object, bool is_unix)
{
	zval value;

	ZVAL_BOOL(&value, is_unix);
	set_property(object, PROPERTY_UNIX, &value);
}

void wschat_react_connection_set_encrypted(zend_object *object, bool encrypted)
{
	zval value;

	ZVAL_BOOL(&value, encrypted);
	set_property(object, PROPERTY_ENCRYPTED, &value);
}

/* ---- the loop watches ------------------------------------------------------------------ */

static bool watch(zend_object *object, const char *method, wschat_callback_fn *function)
{
	zval callback;
	bool good;

	wschat_callback_new(&callback, function, object, NULL);
	good = wschat_react_watch(connection_of(object)->loop, method, connection_of(object)->stream, &callback);
	zval_ptr_dtor(&callback);
	return good;
}

static bool unwatch(zend_object *object, const char *method)
{
	struct wschat_react_connection *conn = connection_of(object);

	return wschat_react_watch(conn->loop, method, conn->stream, NULL);
}

bool wschat_react_connection_pause(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	if (!conn->reading) {
		return true;
	}
	conn->reading = false;
	return unwatch(object, "removereadstream");
}

static void on_readable(zend_object *object, zend_object *other, uint32_t argc, zval *argv);

/*
 * Bytes that TLS has decrypted already, or that PHP has read, raise no event. To ask for
 * the descriptor as stream_select() does moves the former into PHP's buffer.
 */
static bool has_unread(php_stream *stream)
{
	php_socket_t fd;

	if (strcmp(stream->ops->label, "tcp_socket/ssl") == 0) {
		php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL, (void *) &fd, 0);
	}
	return stream->writepos > stream->readpos;
}

static void on_tick(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	struct wschat_react_connection *conn = connection_of(object);

	conn->ticking = false;
	if (conn->reading) {
		on_readable(object, other, argc, argv);
	}
}

/* Reads at the next turn what no event will tell of. */
static bool read_on(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);
	php_stream *stream = stream_of(object);
	zval callback;
	bool good;

	if (!conn->reading || conn->ticking || !stream || !has_unread(stream)) {
		return true;
	}
	conn->ticking = true;
	wschat_callback_new(&callback, on_tick, object, NULL);
	good = wschat_gate_call_method(conn->loop, ZEND_STRL("futuretick"), 1, &callback, NULL);
	zval_ptr_dtor(&callback);
	return good;
}

bool wschat_react_connection_resume(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	if (conn->reading || !conn->readable || !stream_of(object)) {
		return true;
	}
	conn->reading = true;
	return watch(object, "addreadstream", on_readable) && read_on(object);
}

/* ---- closing ----------------------------------------------------------------------------- */

static void shut_down(zend_object *object)
{
	php_stream *stream = stream_of(object);
	struct wschat_quiet quiet;
	zend_string *complaint;

	if (!stream) {
		return;
	}
	wschat_quiet_begin(&quiet);
	php_stream_xport_shutdown(stream, STREAM_SHUT_RDWR);
	complaint = wschat_quiet_end(&quiet);
	if (complaint) {
		zend_string_release(complaint);
	}
}

static void forget_output(struct wschat_react_connection *conn)
{
	if (conn->output) {
		zend_string_release(conn->output);
	}
	conn->output = NULL;
	conn->sent = 0;
}

static void unwatch_all(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	if (conn->handshaking || conn->reading) {
		conn->handshaking = false;
		conn->reading = false;
		unwatch(object, "removereadstream");
	}
	if (conn->writing) {
		conn->writing = false;
		unwatch(object, "removewritestream");
	}
}

/* The stream is open while the listeners of 'close' run, so that they may ask for
 * its addresses. */
static void finish(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);
	zend_function *close = wschat_emitter_override(object, "close");

	if (!conn->stream || (!conn->writable && !conn->closing)) {
		return;
	}
	conn->closing = false;
	conn->readable = false;
	conn->writable = false;
	unwatch_all(object);
	forget_output(conn);
	wschat_emitter_emit(object, "close", 0, NULL);
	if (!close) {
		shut_down(object);
		wschat_emitter_clear(object);
	} else if (!EG(exception)) {
		wschat_gate_call_function(close, object, 0, NULL, NULL);
	}
	if (conn->busy) {
		conn->fclose_due = true;
	} else {
		wschat_react_fclose(conn->stream);
	}
}

/* Around what PHP does with a stream that may be written in PHP, and come back here. */
static void begin(struct wschat_react_connection *conn, struct wschat_quiet *quiet)
{
	conn->busy++;
	wschat_quiet_begin(quiet);
}

static zend_string *end(struct wschat_react_connection *conn, struct wschat_quiet *quiet)
{
	zend_string *complaint = wschat_quiet_end(quiet);

	conn->busy--;
	if (conn->fclose_due && !conn->busy) {
		conn->fclose_due = false;
		wschat_react_fclose(conn->stream);
	}
	return complaint;
}

bool wschat_react_connection_close(zend_object *object)
{
	GC_ADDREF(object);
	finish(object);
	shut_down(object);
	wschat_emitter_clear(object);
	OBJ_RELEASE(object);
	return !EG(exception);
}

/* From within: close() of a child that is written in PHP counts. */
static void close_virtually(zend_object *object)
{
	GC_ADDREF(object);
	finish(object);
	OBJ_RELEASE(object);
}

/* ---- reading ------------------------------------------------------------------------------ */

static bool emit_error(zend_object *object, const char *what, const char *function, zend_string *complaint)
{
	zend_string *message = strpprintf(0, "Unable to %s stream: %s(): %s", what, function, ZSTR_VAL(complaint));

	zend_string_release(complaint);
	return wschat_react_emit_error(object, spl_ce_RuntimeException, message, 0);
}

static bool emit_data(zend_object *object, zend_string *data)
{
	zval argument;
	bool good;

	ZVAL_STR(&argument, data);
	good = wschat_emitter_emit(object, "data", 1, &argument);
	zval_ptr_dtor(&argument);
	return good;
}

static bool is_at_end(zend_object *object)
{
	php_stream *stream = stream_of(object);
	struct wschat_quiet quiet;
	zend_string *complaint;
	bool is;

	if (!stream) {
		return false;
	}
	begin(connection_of(object), &quiet);
	is = php_stream_eof(stream);
	complaint = end(connection_of(object), &quiet);
	if (complaint) {
		zend_string_release(complaint);
	}
	return is;
}

static void on_readable(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	php_stream *stream = stream_of(object);
	struct wschat_quiet quiet;
	zend_string *data, *complaint;

	(void) other;
	(void) argc;
	(void) argv;
	if (!stream) {
		close_virtually(object); /* somebody has closed the stream below it */
		return;
	}
	begin(connection_of(object), &quiet);
	data = php_stream_copy_to_mem(stream, CHUNK, 0);
	complaint = end(connection_of(object), &quiet);
	if (complaint) {
		if (data) {
			zend_string_release(data);
		}
		if (emit_error(object, "read from", "stream_get_contents", complaint)) {
			close_virtually(object);
		}
		return;
	}
	if (data && ZSTR_LEN(data)) {
		if (emit_data(object, data)) {
			read_on(object);
		}
		return;
	}
	if (data) {
		zend_string_release(data);
	}
	if (is_at_end(object) && wschat_emitter_emit(object, "end", 0, NULL)) {
		close_virtually(object);
	}
}

/* ---- writing ------------------------------------------------------------------------------ */

static void enqueue(struct wschat_react_connection *conn, zend_string *data)
{
	size_t left = queued(conn);
	zend_string *output;

	if (ZSTR_LEN(data) == 0) {
		return;
	}
	if (left == 0) {
		forget_output(conn);
		conn->output = zend_string_copy(data);
		return;
	}
	if (GC_REFCOUNT(conn->output) > 1 || ZSTR_IS_INTERNED(conn->output) || conn->sent > left) {
		output = zend_string_alloc(left + ZSTR_LEN(data), false);
		memcpy(ZSTR_VAL(output), ZSTR_VAL(conn->output) + conn->sent, left);
		zend_string_release(conn->output);
		conn->sent = 0;
	} else {
		output = zend_string_extend(conn->output, conn->sent + left + ZSTR_LEN(data), false);
	}
	memcpy(ZSTR_VAL(output) + conn->sent + left, ZSTR_VAL(data), ZSTR_LEN(data));
	ZSTR_VAL(output)[ZSTR_LEN(output)] = '\0';
	zend_string_forget_hash_val(output);
	conn->output = output;
}

/* How many bytes the stream has taken, of a string that nobody changes meanwhile: a
 * stream in PHP may come back here. */
static ssize_t send_some(zend_object *object, php_stream *stream, zend_string **complaint)
{
	struct wschat_react_connection *conn = connection_of(object);
	zend_string *output = zend_string_copy(conn->output);
	struct wschat_quiet quiet;
	ssize_t sent;

	begin(conn, &quiet);
	sent = php_stream_write(stream, ZSTR_VAL(output) + conn->sent, ZSTR_LEN(output) - conn->sent);
	*complaint = end(conn, &quiet);
	zend_string_release(output);
	return sent;
}

/* All is sent: the loop need not watch, and end() can close. */
static bool drained(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	forget_output(conn);
	if (conn->writing) {
		conn->writing = false;
		if (!unwatch(object, "removewritestream")) {
			return false;
		}
	}
	if (conn->closing) {
		close_virtually(object);
	}
	return true;
}

static void on_writable(zend_object *object, zend_object *other, uint32_t argc, zval *argv)
{
	struct wschat_react_connection *conn = connection_of(object);
	php_stream *stream = stream_of(object);
	zend_string *complaint;
	size_t before;
	ssize_t sent;

	(void) other;
	(void) argc;
	(void) argv;
	if (!stream) {
		close_virtually(object);
		return;
	}
	if (queued(conn) == 0) {
		drained(object);
		return;
	}
	before = queued(conn);
	sent = send_some(object, stream, &complaint);
	if (sent <= 0 && complaint) {
		if (emit_error(object, "write to", "fwrite", complaint)) {
			close_virtually(object);
		}
		return;
	}
	if (complaint) {
		zend_string_release(complaint);
	}
	if (sent <= 0 || queued(conn) < (size_t) sent) {
		return; /* not now, or closed meanwhile */
	}
	conn->sent += (size_t) sent;
	if (before >= SOFT_LIMIT && queued(conn) < SOFT_LIMIT && !wschat_emitter_emit(object, "drain", 0, NULL)) {
		return;
	}
	if (queued(conn) == 0) {
		drained(object);
	}
}

static bool write_soon(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	if (conn->writing || queued(conn) == 0) {
		return true;
	}
	conn->writing = true;
	return watch(object, "addwritestream", on_writable);
}

/* ---- the methods ---------------------------------------------------------------------------- */

static bool check_stream(php_stream *stream)
{
	if (!stream) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "First parameter must be a valid stream resource", 0);
		return false;
	}
	if (stream->mode[0] && !strpbrk(stream->mode, "waxc+")) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "Given stream resource is not opened in write mode", 0);
		return false;
	}
	if (stream->mode[0] && !strchr(stream->mode, '+')) {
		zend_throw_exception(spl_ce_InvalidArgumentException,
		                     "Given stream resource is not opened in read and write mode", 0);
		return false;
	}
	if (php_stream_set_option(stream, PHP_STREAM_OPTION_BLOCKING, 0, NULL) == -1) {
		zend_throw_exception(spl_ce_RuntimeException, "Unable to set stream resource to non-blocking mode", 0);
		return false;
	}
	return true;
}

static bool construct(zend_object *object, zval *resource, zend_object *loop)
{
	struct wschat_react_connection *conn = connection_of(object);
	php_stream *stream = Z_TYPE_P(resource) == IS_RESOURCE ? wschat_react_stream(Z_RES_P(resource)) : NULL;
	zval value;

	if (conn->loop) {
		zend_throw_error(NULL, "%s is constructed already", ZSTR_VAL(object->ce->name));
		return false;
	}
	if (!check_stream(stream)) {
		return false;
	}
	/* Else PHP reads ahead, of which no loop could tell. */
	php_stream_set_option(stream, PHP_STREAM_OPTION_READ_BUFFER, PHP_STREAM_BUFFER_NONE, NULL);
	GC_ADDREF(loop);
	conn->loop = loop;
	GC_ADDREF(Z_RES_P(resource));
	conn->stream = Z_RES_P(resource);
	conn->readable = true;
	conn->writable = true;
	ZVAL_COPY(&value, resource);
	set_property(object, PROPERTY_STREAM, &value);
	return wschat_react_connection_resume(object);
}

bool wschat_react_connection_new(zval *result, zval *stream, zend_object *loop)
{
	object_init_ex(result, wschat_ce_react_connection);
	if (!construct(Z_OBJ_P(result), stream, loop)) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
		return false;
	}
	return true;
}

ZEND_METHOD(WsChat_React_Socket_Connection, __construct)
{
	zval *resource, *loop;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zO", &resource, &loop, wschat_ce_loop_interface) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_DEREF(resource);
	construct(Z_OBJ_P(ZEND_THIS), resource, Z_OBJ_P(loop));
}

ZEND_METHOD(WsChat_React_Socket_Connection, isReadable)
{
	RETURN_BOOL(connection_of(Z_OBJ_P(ZEND_THIS))->readable);
}

ZEND_METHOD(WsChat_React_Socket_Connection, isWritable)
{
	RETURN_BOOL(connection_of(Z_OBJ_P(ZEND_THIS))->writable);
}

ZEND_METHOD(WsChat_React_Socket_Connection, pause)
{
	wschat_react_connection_pause(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_Connection, resume)
{
	wschat_react_connection_resume(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_Connection, pipe)
{
	zval *destination, *end = NULL;
	HashTable *options = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "O|h", &destination, wschat_ce_react_writable_interface,
	                          &options) == FAILURE) {
		RETURN_THROWS();
	}
	end = options ? zend_hash_str_find(options, ZEND_STRL("end")) : NULL;
	if (end) {
		ZVAL_DEREF(end);
	}
	if (wschat_react_pipe(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(destination),
	                      !end || Z_TYPE_P(end) == IS_NULL || zend_is_true(end))) {
		RETURN_COPY(destination);
	}
}

/* Queues it; false: not writable (any more), or an exception. */
static bool write_string(zend_object *object, zval *given)
{
	struct wschat_react_connection *conn = connection_of(object);
	zend_string *data = zval_try_get_string(given);

	if (!data) {
		return false;
	}
	/* __toString() may have closed it. */
	if (!conn->writable) {
		zend_string_release(data);
		return false;
	}
	enqueue(conn, data);
	zend_string_release(data);
	return write_soon(object);
}

ZEND_METHOD(WsChat_React_Socket_Connection, write)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *data;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &data) == FAILURE) {
		RETURN_THROWS();
	}
	if (!connection_of(object)->writable || !write_string(object, data)) {
		RETURN_FALSE;
	}
	RETURN_BOOL(queued(connection_of(object)) < SOFT_LIMIT);
}

ZEND_METHOD(WsChat_React_Socket_Connection, end)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_react_connection *conn = connection_of(object);
	zval *data = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z!", &data) == FAILURE) {
		RETURN_THROWS();
	}
	if (!conn->writable || (data && !write_string(object, data))) {
		return;
	}
	conn->closing = true;
	conn->readable = false;
	conn->writable = false;
	if (wschat_react_connection_pause(object) && queued(conn) == 0) {
		finish(object);
	}
}

ZEND_METHOD(WsChat_React_Socket_Connection, close)
{
	wschat_react_connection_close(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(WsChat_React_Socket_Connection, handleClose)
{
	shut_down(Z_OBJ_P(ZEND_THIS));
}

static void return_address(zend_object *object, bool remote, zval *return_value)
{
	php_stream *stream = stream_of(object);
	const char *scheme = "tcp";
	zend_string *address;

	if (zend_is_true(OBJ_PROP_NUM(object, PROPERTY_UNIX))) {
		scheme = "unix";
	} else if (zend_is_true(OBJ_PROP_NUM(object, PROPERTY_ENCRYPTED))) {
		scheme = "tls";
	}
	address = stream ? wschat_react_address(stream, remote, scheme) : NULL;
	if (address) {
		RETURN_STR(address);
	}
	RETURN_NULL();
}

ZEND_METHOD(WsChat_React_Socket_Connection, getRemoteAddress)
{
	return_address(Z_OBJ_P(ZEND_THIS), true, return_value);
}

ZEND_METHOD(WsChat_React_Socket_Connection, getLocalAddress)
{
	return_address(Z_OBJ_P(ZEND_THIS), false, return_value);
}

/* ---- the object ------------------------------------------------------------------------------ */

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_react_connection *conn = zend_object_alloc(sizeof *conn, ce);

	zend_object_std_init(&conn->std, ce);
	object_properties_init(&conn->std, ce);
	conn->std.handlers = &handlers;
	return &conn->std;
}

static void free_obj(zend_object *object)
{
	struct wschat_react_connection *conn = connection_of(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	forget_output(conn);
	if (conn->remote) {
		zend_string_release(conn->remote);
	}
	if (conn->stream) {
		zend_list_delete(conn->stream);
	}
	if (conn->loop) {
		OBJ_RELEASE(conn->loop);
	}
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	if (connection_of(object)->loop) {
		zend_get_gc_buffer_add_obj(buffer, connection_of(object)->loop);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

void wschat_react_connection_register(zend_class_entry *ce)
{
	wschat_ce_react_connection = ce;
	ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_react_connection, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}
