/* SPDX-License-Identifier: MIT
 *
 * Streams on the loop: addReadStream() and its three companions over the
 * engine's watches. A stream is known by its resource id, as in React, and may
 * be closed while it is watched. Bytes in PHP's own buffer count as readable.
 * Refuses what has no descriptor. Called by scripts and by the engine.
 */
#include "callback.h"
#include "classes.h"
#include "loop.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/file.h"

/* One stream and direction; in WSCHAT_G(streams) until it is removed. */
struct stream {
	struct wsc_watch *watch; /* valid while it is in the table              */
	zend_resource *resource; /* one reference is ours                       */
	struct wschat_callback callback;
	uint8_t direction; /* enum wsc_direction                          */
	unsigned refs;     /* the engine's, and a method's that removes it */
};

/* Closed, the resource is left without a stream behind it. */
static bool is_open(const struct stream *stream)
{
	return stream->resource->type >= 0 && stream->resource->ptr;
}

/* ---- for the engine --------------------------------------------------------------- */

static void forget(struct stream *stream)
{
	HashTable *table = WSCHAT_G(streams)[stream->direction];

	if (table && zend_hash_index_find_ptr(table, stream->resource->handle) == stream) {
		zend_hash_index_del(table, stream->resource->handle);
	}
}

static void call_listener(void *arg)
{
	struct stream *stream = arg;
	zval argument;

	ZVAL_RES(&argument, stream->resource);
	Z_ADDREF(argument);
	wschat_callback_call(&stream->callback, 1, &argument);
	zval_ptr_dtor(&argument);
}

static void on_ready(struct wsc_watch *watch, void *arg)
{
	struct stream *stream = arg;

	if (is_open(stream)) {
		wschat_gate_guard(call_listener, stream);
	} else {
		forget(stream);
		wsc_watch_drop(watch);
	}
}

/* Runs user code. */
static void release(void *arg)
{
	struct stream *stream = arg;

	if (--stream->refs > 0) {
		return;
	}
	wschat_callback_drop(&stream->callback);
	zend_list_delete(stream->resource);
	efree(stream);
}

static void on_drop(struct wsc_watch *watch, void *arg)
{
	struct stream *stream = arg;

	(void) watch;
	if (!WSCHAT_G(bailed) && !CG(unclean_shutdown)) {
		forget(stream); /* if the engine has found it gone */
	}
	wschat_loop_let_go(release, stream);
}

/* As stream_select() asks for it; -1: there is none. May run user code, and PHP
 * does not survive a stream that is closed by that: it can't be meanwhile. */
static php_socket_t descriptor_behind(php_stream *stream)
{
	uint32_t flags = stream->flags & PHP_STREAM_FLAG_NO_FCLOSE;
	php_socket_t fd = -1;
	bool found;

	stream->flags |= PHP_STREAM_FLAG_NO_FCLOSE;
	found = php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL, (void **) &fd, false) ==
	        SUCCESS;
	stream->flags = (stream->flags & ~PHP_STREAM_FLAG_NO_FCLOSE) | flags;
	return found ? fd : -1;
}

/* As stream_select() sees it. Asking for the descriptor makes TLS move into
 * the buffer what it has decrypted. May run user code, but not that of a stream
 * written in PHP, which would be asked in each turn. */
static bool has_buffered(php_stream *stream)
{
	if (stream->writepos == stream->readpos && stream->ops != PHP_STREAM_IS_USERSPACE) {
		descriptor_behind(stream);
	}
	return stream->writepos > stream->readpos;
}

static void look_at(struct stream *stream)
{
	zend_resource *resource = stream->resource;

	if (!is_open(stream)) {
		forget(stream);
		wsc_watch_drop(stream->watch);
	} else if (stream->direction == WSC_READ) {
		zend_ulong id = (zend_ulong) resource->handle;

		GC_ADDREF(resource);
		if (has_buffered(resource->ptr) && zend_hash_index_find_ptr(WSCHAT_G(streams)[WSC_READ], id) == stream) {
			wsc_watch_mark(stream->watch);
		}
		zend_list_delete(resource);
	}
}

/* Each may be removed meanwhile, and others come. */
static void look_at_all(void *arg)
{
	int direction;

	(void) arg;
	for (direction = 0; direction < 2; direction++) {
		HashTable *table = WSCHAT_G(streams)[direction];
		HashPosition position;
		struct stream *stream;

		if (!table) {
			continue;
		}
		zend_hash_internal_pointer_reset_ex(table, &position);
		while (!EG(exception) && (stream = zend_hash_get_current_data_ptr_ex(table, &position))) {
			zend_hash_move_forward_ex(table, &position);
			look_at(stream);
		}
	}
}

void wschat_watch_before_sleep(void)
{
	HashTable **streams = WSCHAT_G(streams);

	if ((streams[WSC_READ] && zend_hash_num_elements(streams[WSC_READ])) ||
	    (streams[WSC_WRITE] && zend_hash_num_elements(streams[WSC_WRITE]))) {
		wschat_gate_guard(look_at_all, NULL);
	}
}

void wschat_watch_shutdown(bool release)
{
	int direction;

	for (direction = 0; direction < 2; direction++) {
		HashTable *table = WSCHAT_G(streams)[direction];

		WSCHAT_G(streams)[direction] = NULL;
		if (table && release) {
			zend_hash_destroy(table);
			FREE_HASHTABLE(table);
		}
	}
}

/* ---- WsChat\Loop ---------------------------------------------------------------- */

static php_stream *stream_of(const zval *argument)
{
	bool is_stream = Z_TYPE_P(argument) == IS_RESOURCE && (Z_RES_TYPE_P(argument) == php_file_le_stream() ||
	                                                       Z_RES_TYPE_P(argument) == php_file_le_pstream());

	return is_stream ? Z_RES_VAL_P(argument) : NULL;
}

static void refuse(const zval *argument)
{
	php_stream *stream = stream_of(argument);

	if (stream) {
		zend_argument_value_error(1, "must be a stream that can be waited for, a %sstream of type %s has no descriptor",
		                          php_stream_is_filtered(stream) ? "filtered " : "", stream->ops->label);
	} else {
		zend_argument_type_error(1, "must be an open stream, %s given",
		                         Z_TYPE_P(argument) == IS_RESOURCE ? "a closed or another resource"
		                                                           : zend_zval_type_name(argument));
	}
}

/* -1: an exception says why. Runs user code, if the stream is written in PHP. */
static php_socket_t descriptor_of(const zval *argument)
{
	php_stream *stream = stream_of(argument);
	php_socket_t fd = -1;

	if (stream) {
		fd = descriptor_behind(stream);
		if (EG(exception)) {
			return -1;
		}
	}
	if (fd < 0) {
		refuse(argument);
	}
	return fd;
}

static HashTable *table_of(enum wsc_direction direction)
{
	HashTable *table = WSCHAT_G(streams)[direction];

	if (!table) {
		ALLOC_HASHTABLE(table);
		zend_hash_init(table, 8, NULL, NULL, false);
		WSCHAT_G(streams)[direction] = table;
	}
	return table;
}

static void add(INTERNAL_FUNCTION_PARAMETERS, enum wsc_direction direction)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct wsc_loop *loop;
	struct stream *stream;
	zval *argument;
	php_socket_t fd;
	int error;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zf", &argument, &fci, &fcc) == FAILURE) {
		RETURN_THROWS();
	}
	loop = wschat_loop_get();
	fd = loop ? descriptor_of(argument) : -1;
	if (fd < 0) {
		RETURN_THROWS();
	}
	if (zend_hash_index_exists(table_of(direction), (zend_ulong) Z_RES_HANDLE_P(argument))) {
		return; /* React: the first listener stays */
	}
	stream = emalloc(sizeof *stream);
	stream->direction = (uint8_t) direction;
	stream->refs = 1;
	stream->watch = wsc_watch_new(loop, fd, direction, on_ready, on_drop, stream, &error);
	if (!stream->watch) {
		efree(stream);
		zend_throw_exception_ex(spl_ce_RuntimeException, error, "Cannot watch the stream: %s", strerror(error));
		RETURN_THROWS();
	}
	stream->resource = Z_RES_P(argument);
	GC_ADDREF(stream->resource);
	wschat_callback_set(&stream->callback, &fci, &fcc);
	zend_hash_index_add_new_ptr(table_of(direction), (zend_ulong) stream->resource->handle, stream);
}

static void take_away(INTERNAL_FUNCTION_PARAMETERS, enum wsc_direction direction)
{
	HashTable *table = WSCHAT_G(streams)[direction];
	struct stream *stream;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	/* A closed one still has its id. */
	if (Z_TYPE_P(argument) != IS_RESOURCE || !table) {
		return;
	}
	stream = zend_hash_index_find_ptr(table, (zend_ulong) Z_RES_HANDLE_P(argument));
	if (!stream) {
		return;
	}
	/* What a destructor does is then the business of our caller, and no guard's. */
	stream->refs++;
	forget(stream);
	wsc_watch_drop(stream->watch);
	release(stream);
}

ZEND_METHOD(WsChat_Loop, addReadStream)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, WSC_READ);
}

ZEND_METHOD(WsChat_Loop, addWriteStream)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, WSC_WRITE);
}

ZEND_METHOD(WsChat_Loop, removeReadStream)
{
	take_away(INTERNAL_FUNCTION_PARAM_PASSTHRU, WSC_READ);
}

ZEND_METHOD(WsChat_Loop, removeWriteStream)
{
	take_away(INTERNAL_FUNCTION_PARAM_PASSTHRU, WSC_WRITE);
}
