/* SPDX-License-Identifier: MIT
 *
 * WsChat\Psr7\Stream: the body of a message, on a stream of PHP; a string is
 * put into php://temp first. Refuses, with a RuntimeException, everything on a
 * stream that was detached or closed. User code runs where the stream is one of
 * a wrapper or filter of the script.
 */
#include "php_wschat.h"

#include "compat.h"
#include "gate.h"
#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/file.h"
#include "zend_exceptions.h"

/* A read of more than this asks first how much there is. */
#define READ_UNASKED 65536

struct stream {
	zval resource; /* UNDEF: detached */
	zend_object std;
};

static zend_object_handlers stream_handlers;

static inline struct stream *stream_from(zend_object *object)
{
	return (struct stream *) ((char *) object - offsetof(struct stream, std));
}

/* NULL: detached, or closed by somebody else. */
static php_stream *stream_of(zend_object *object)
{
	zval *resource = &stream_from(object)->resource;

	if (Z_TYPE_P(resource) != IS_RESOURCE) {
		return NULL;
	}
	return zend_fetch_resource2(Z_RES_P(resource), NULL, php_file_le_stream(), php_file_le_pstream());
}

/* ---- life ---------------------------------------------------------------- */

static zend_object *stream_create(zend_class_entry *ce)
{
	struct stream *stream = zend_object_alloc(sizeof(*stream), ce);

	ZVAL_UNDEF(&stream->resource);
	zend_object_std_init(&stream->std, ce);
	object_properties_init(&stream->std, ce);
	stream->std.handlers = &stream_handlers;
	return &stream->std;
}

static void stream_free(zend_object *object)
{
	zend_object_std_dtor(object);
	zval_ptr_dtor(&stream_from(object)->resource);
}

static zend_object *stream_clone(zend_object *object)
{
	zend_object *copy = stream_create(object->ce);

	ZVAL_COPY(&stream_from(copy)->resource, &stream_from(object)->resource);
	zend_objects_clone_members(copy, object);
	return copy;
}

static bool can_seek(const php_stream *stream)
{
	return stream && stream->ops->seek && (stream->flags & PHP_STREAM_FLAG_NO_SEEK) == 0;
}

static bool can_read(const php_stream *stream)
{
	return stream && strpbrk(stream->mode, "r+");
}

static bool can_write(const php_stream *stream)
{
	return stream && strpbrk(stream->mode, "waxc+");
}

static HashTable *stream_debug_info(zend_object *object, int *is_temporary)
{
	HashTable *table = wschat_psr7_properties(object);
	php_stream *stream = stream_of(object);
	zval value;

	*is_temporary = true;
	ZVAL_NULL(&value);
	if (stream) {
		ZVAL_COPY(&value, &stream_from(object)->resource);
	}
	wschat_psr7_show(table, "stream", &value);
	ZVAL_BOOL(&value, can_seek(stream));
	wschat_psr7_show(table, "seekable", &value);
	ZVAL_BOOL(&value, can_read(stream));
	wschat_psr7_show(table, "readable", &value);
	ZVAL_BOOL(&value, can_write(stream));
	wschat_psr7_show(table, "writable", &value);
	return table;
}

void wschat_psr7_stream_startup(zend_class_entry *ce)
{
	ce->create_object = stream_create;
	memcpy(&stream_handlers, &std_object_handlers, sizeof(stream_handlers));
	stream_handlers.offset = offsetof(struct stream, std);
	stream_handlers.free_obj = stream_free;
	stream_handlers.clone_obj = stream_clone;
	stream_handlers.compare = wschat_psr7_compare;
	stream_handlers.get_debug_info = stream_debug_info;
	WSCHAT_SET_HANDLERS(ce, &stream_handlers);
}

/* ---- making one ---------------------------------------------------------- */

static bool fill(struct stream *stream, const zend_string *contents)
{
	php_stream *temporary = php_stream_open_wrapper("php://temp", "r+", REPORT_ERRORS, NULL);
	zval old;

	if (!temporary) {
		if (!EG(exception)) {
			zend_throw_exception(spl_ce_RuntimeException, "Unable to open php://temp for a body", 0);
		}
		return false;
	}
	ZVAL_COPY_VALUE(&old, &stream->resource);
	php_stream_to_zval(temporary, &stream->resource);
	php_stream_write(temporary, ZSTR_VAL(contents), ZSTR_LEN(contents));
	php_stream_rewind(temporary);
	zval_ptr_dtor(&old);
	return true;
}

zend_object *wschat_psr7_stream_new(zend_string *contents)
{
	zend_object *object = stream_create(wschat_ce_psr7_stream);

	if (!fill(stream_from(object), contents)) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

zend_object *wschat_psr7_stream_over(zval *resource)
{
	zend_object *object = stream_create(wschat_ce_psr7_stream);

	ZVAL_COPY(&stream_from(object)->resource, resource);
	if (!stream_of(object)) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "A body must be made of an open stream, a resource of type %s given",
		                        zend_rsrc_list_get_rsrc_type(Z_RES_P(resource)) ?: "closed");
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

ZEND_METHOD(WsChat_Psr7_Stream, __construct)
{
	struct stream *stream = stream_from(Z_OBJ_P(ZEND_THIS));
	zend_string *contents = ZSTR_EMPTY_ALLOC();
	zval *argument = NULL, old;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (argument && Z_TYPE_P(argument) == IS_RESOURCE) {
		ZVAL_COPY_VALUE(&old, &stream->resource);
		ZVAL_COPY(&stream->resource, argument);
		zval_ptr_dtor(&old);
		if (!stream_of(&stream->std)) {
			zend_argument_error(spl_ce_InvalidArgumentException, 1, "must be a string or an open stream");
		}
		return;
	}
	if (argument && !wschat_psr7_string(argument, 1, &contents)) {
		RETURN_THROWS();
	}
	fill(stream, contents);
}

/* ---- methods ------------------------------------------------------------- */

static void stream_fail(const char *text)
{
	if (!EG(exception)) {
		zend_throw_exception(spl_ce_RuntimeException, text, 0);
	}
}

/*
 * The demand_ functions: the stream, with a reference in *held that the caller
 * drops in any case: a wrapper of the script may construct this object anew
 * while it reads. NULL: an exception says why not.
 */
static php_stream *demand(zval *this, zval *held)
{
	php_stream *stream = stream_of(Z_OBJ_P(this));

	ZVAL_COPY(held, &stream_from(Z_OBJ_P(this))->resource);
	if (!stream) {
		stream_fail("Stream is detached");
	}
	return stream;
}

static php_stream *demand_readable(zval *this, zval *held)
{
	php_stream *stream = demand(this, held);

	if (stream && !can_read(stream)) {
		stream_fail("Cannot read from non-readable stream");
		return NULL;
	}
	return stream;
}

static bool seek_to(php_stream *stream, zend_long offset, zend_long whence)
{
	if (!can_seek(stream)) {
		stream_fail("Stream is not seekable");
		return false;
	}
	if (php_stream_seek(stream, offset, (int) whence) == -1 && !EG(exception)) {
		zend_throw_exception_ex(spl_ce_RuntimeException, 0,
		                        "Unable to seek to stream position " ZEND_LONG_FMT " with whence " ZEND_LONG_FMT,
		                        offset, whence);
	}
	return !EG(exception);
}

static void return_contents(php_stream *stream, zval *return_value)
{
	zend_string *contents = php_stream_copy_to_mem(stream, PHP_STREAM_COPY_ALL, 0);

	RETVAL_STR(contents ? contents : ZSTR_EMPTY_ALLOC());
}

ZEND_METHOD(WsChat_Psr7_Stream, __toString)
{
	zval held;
	php_stream *stream = demand_readable(ZEND_THIS, &held);

	if (stream && (!can_seek(stream) || seek_to(stream, 0, SEEK_SET))) {
		return_contents(stream, return_value);
	}
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, getContents)
{
	zval held;
	php_stream *stream = demand_readable(ZEND_THIS, &held);

	if (stream) {
		return_contents(stream, return_value);
	}
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, close)
{
	struct stream *stream = stream_from(Z_OBJ_P(ZEND_THIS));
	bool open = stream_of(&stream->std) != NULL;
	zval resource;

	ZVAL_COPY_VALUE(&resource, &stream->resource);
	ZVAL_UNDEF(&stream->resource);
	if (open) {
		zend_list_close(Z_RES(resource));
	}
	zval_ptr_dtor(&resource);
}

ZEND_METHOD(WsChat_Psr7_Stream, detach)
{
	struct stream *stream = stream_from(Z_OBJ_P(ZEND_THIS));

	if (Z_TYPE(stream->resource) == IS_RESOURCE) {
		RETVAL_COPY_VALUE(&stream->resource);
		ZVAL_UNDEF(&stream->resource);
	}
}

ZEND_METHOD(WsChat_Psr7_Stream, getSize)
{
	php_stream *stream = stream_of(Z_OBJ_P(ZEND_THIS));
	php_stream_statbuf buffer;
	zval held;

	if (stream) {
		ZVAL_COPY(&held, &stream_from(Z_OBJ_P(ZEND_THIS))->resource);
		if (php_stream_stat(stream, &buffer) == 0) {
			RETVAL_LONG(buffer.sb.st_size);
		}
		zval_ptr_dtor(&held);
	}
}

ZEND_METHOD(WsChat_Psr7_Stream, tell)
{
	zval held;
	php_stream *stream = demand(ZEND_THIS, &held);
	zend_long position = stream ? php_stream_tell(stream) : -1;

	if (position == -1) {
		stream_fail("Unable to determine stream position");
	}
	RETVAL_LONG(position);
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, eof)
{
	zval held;
	php_stream *stream = demand(ZEND_THIS, &held);

	RETVAL_BOOL(stream && php_stream_eof(stream));
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, isSeekable)
{
	RETURN_BOOL(can_seek(stream_of(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Psr7_Stream, isReadable)
{
	RETURN_BOOL(can_read(stream_of(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Psr7_Stream, isWritable)
{
	RETURN_BOOL(can_write(stream_of(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(WsChat_Psr7_Stream, seek)
{
	zend_long offset, whence = SEEK_SET;
	zval *first, *second = NULL, held;
	php_stream *stream;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &first, &second) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_long(first, 1, &offset) || (second && !wschat_psr7_long(second, 2, &whence))) {
		RETURN_THROWS();
	}
	stream = demand(ZEND_THIS, &held);
	if (stream) {
		seek_to(stream, offset, whence);
	}
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, rewind)
{
	zval held;
	php_stream *stream = demand(ZEND_THIS, &held);

	if (stream) {
		seek_to(stream, 0, SEEK_SET);
	}
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, write)
{
	php_stream *stream;
	zend_string *bytes;
	ssize_t written = 0;
	zval *argument, held;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &bytes)) {
		RETURN_THROWS();
	}
	stream = demand(ZEND_THIS, &held);
	if (stream && !can_write(stream)) {
		stream_fail("Cannot write to a non-writable stream");
	} else if (stream) {
		written = php_stream_write(stream, ZSTR_VAL(bytes), ZSTR_LEN(bytes));
		if (written < 0) {
			stream_fail("Unable to write to stream");
		}
	}
	RETVAL_LONG(written);
	zval_ptr_dtor(&held);
}

/* PHP sets aside as much as was asked for: not more than there can be. */
static size_t readable_length(php_stream *stream, size_t length)
{
	php_stream_statbuf buffer;
	zend_off_t left = 0;

	if (length > READ_UNASKED) {
		if (php_stream_stat(stream, &buffer) == 0) {
			left = buffer.sb.st_size - php_stream_tell(stream);
		}
		length = MIN(length, left > READ_UNASKED ? (size_t) left : READ_UNASKED);
	}
	return length;
}

static void return_bytes(php_stream *stream, zend_long length, zval *return_value)
{
	zend_string *bytes;

	if (length < 0) {
		zend_throw_exception_ex(spl_ce_RuntimeException, 0,
		                        "Length parameter cannot be negative, " ZEND_LONG_FMT " given", length);
		return;
	}
	bytes = length ? php_stream_read_to_str(stream, readable_length(stream, (size_t) length)) : ZSTR_EMPTY_ALLOC();
	if (bytes) {
		RETURN_STR(bytes);
	}
	stream_fail("Unable to read from stream");
}

ZEND_METHOD(WsChat_Psr7_Stream, read)
{
	zval *argument, held;
	php_stream *stream;
	zend_long length;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_long(argument, 1, &length)) {
		RETURN_THROWS();
	}
	stream = demand_readable(ZEND_THIS, &held);
	if (stream) {
		return_bytes(stream, length, return_value);
	}
	zval_ptr_dtor(&held);
}

ZEND_METHOD(WsChat_Psr7_Stream, getMetadata)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *key = NULL;
	zval *argument = NULL, *value, all;
	bool everything;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (argument && Z_TYPE_P(argument) != IS_NULL && !wschat_psr7_string(argument, 1, &key)) {
		RETURN_THROWS();
	}
	everything = !key || ZSTR_LEN(key) == 0;
	if (!stream_of(object)) {
		if (everything) {
			RETURN_EMPTY_ARRAY();
		}
		return;
	}
	if (!wschat_gate_call_function(zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("stream_get_meta_data")), NULL,
	                               1, &stream_from(object)->resource, &all)) {
		zval_ptr_dtor(&all);
		RETURN_THROWS();
	}
	if (everything) {
		RETURN_COPY_VALUE(&all);
	}
	value = Z_TYPE(all) == IS_ARRAY ? zend_hash_find(Z_ARRVAL(all), key) : NULL;
	if (value) {
		RETVAL_COPY(value);
	}
	zval_ptr_dtor(&all);
}
