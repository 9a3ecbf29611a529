/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging\MessageBuffer as an object, and what comes in. The
 * protocol is the engine's (struct wsc_decoder); here bytes are kept until they
 * are read and events are given to whoever made the buffer, a script or C.
 *
 * Between two steps of the decoder anything may happen: a callback may feed the
 * buffer (what waits is delivered first), construct it anew, stop it, throw or
 * suspend a Fiber. So the position in the input is in the object, and after each
 * event it is looked at again.
 */
#include "message_buffer.h"

#include "gc.h"
#include "negotiation.h"
#include "payload.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* The decoder changes what it reads, so it gets a copy, of so much at a time. */
#define WINDOW_SIZE (64 * 1024)

static zend_object_handlers handlers;

/* ---- payload memory ------------------------------------------------------------ */
/* As for connections (hooks.c), but without the guard: a bailout may pass the
 * decoder, which is freed with the object. */

static void *payload_alloc(void *data, size_t size, char **bytes)
{
	zend_string *string;

	if (!wschat_payload_fits(size)) {
		return NULL;
	}
	string = zend_string_alloc(size, false);
	*bytes = ZSTR_VAL(string);
	return string;
}

static void *payload_resize(void *data, void *owner, size_t size, char **bytes)
{
	zend_string *string;

	if (!wschat_payload_fits(size)) {
		return NULL;
	}
	string = zend_string_realloc(owner, size, false);
	*bytes = ZSTR_VAL(string);
	return string;
}

static void payload_ref(void *data, void *owner)
{
	zend_string_addref(owner);
}

static void payload_unref(void *data, void *owner)
{
	zend_string_release(owner);
}

static const struct wsc_hooks payload_hooks = {
	.payload_alloc = payload_alloc,
	.payload_resize = payload_resize,
	.payload_ref = payload_ref,
	.payload_unref = payload_unref,
};

/* ---- life ------------------------------------------------------------------------ */

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_message_buffer *buffer = zend_object_alloc(sizeof *buffer, ce);

	memset(buffer, 0, offsetof(struct wschat_message_buffer, std));
	zend_object_std_init(&buffer->std, ce);
	object_properties_init(&buffer->std, ce);
	buffer->std.handlers = &handlers;
	return &buffer->std;
}

static void forget_input(struct wschat_message_buffer *buffer)
{
	if (buffer->input) {
		zend_string_release(buffer->input);
		buffer->input = NULL;
	}
	smart_str_free(&buffer->more);
	if (buffer->window) {
		efree(buffer->window);
		buffer->window = NULL;
	}
	buffer->window_at = buffer->window_length = buffer->input_at = 0;
}

static void stop(struct wschat_message_buffer *buffer)
{
	if (buffer->decoder) {
		wsc_decoder_free(buffer->decoder);
		buffer->decoder = NULL;
	}
	forget_input(buffer);
}

/* Leaves a buffer that is not constructed. What it held is in *old, to be
 * released last: that may run destructors. */
static void take(struct wschat_message_buffer *buffer, struct wschat_message_buffer *old)
{
	stop(buffer);
	memcpy(old, buffer, offsetof(struct wschat_message_buffer, std));
	memset(buffer, 0, offsetof(struct wschat_message_buffer, std));
}

static void release(struct wschat_message_buffer *old)
{
	zval_ptr_dtor(&old->checker);
	zval_ptr_dtor(&old->factory);
	wschat_callback_drop(&old->script);
	wschat_callback_drop(&old->script_control);
	wschat_callback_drop(&old->sender);
	if (old->holder) {
		OBJ_RELEASE(old->holder);
	}
	if (old->deflate) {
		wsc_deflate_free(old->deflate);
	}
}

static void free_object(zend_object *object)
{
	struct wschat_message_buffer old;

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	take(wschat_message_buffer_of(object), &old);
	release(&old);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);
	zend_get_gc_buffer *gc = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(gc, object);

	zend_get_gc_buffer_add_zval(gc, &buffer->checker);
	zend_get_gc_buffer_add_zval(gc, &buffer->factory);
	wschat_callback_gc(&buffer->script, gc);
	wschat_callback_gc(&buffer->script_control, gc);
	wschat_callback_gc(&buffer->sender, gc);
	if (buffer->holder) {
		zend_get_gc_buffer_add_obj(gc, buffer->holder);
	}
	zend_get_gc_buffer_use(gc, table, count);
	return properties;
}

void wschat_message_buffer_minit(void)
{
	wschat_ce_message_buffer->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_message_buffer, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}

bool wschat_message_buffer_demand(zend_object *object)
{
	if (!wschat_message_buffer_of(object)->constructed) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s was not constructed: its constructor must call parent::__construct()",
		                        ZSTR_VAL(object->ce->name));
		return false;
	}
	return true;
}

/* ---- what comes in ------------------------------------------------------------- */

static void append(struct wschat_message_buffer *buffer, zend_string *bytes)
{
	if (ZSTR_LEN(bytes) == 0) {
		return;
	}
	if (buffer->input) {
		smart_str_append(&buffer->more, bytes);
	} else {
		buffer->input = zend_string_copy(bytes);
	}
}

/* Are there bytes in the window, if need be the next of the input? */
static bool refill(struct wschat_message_buffer *buffer)
{
	if (buffer->window_at < buffer->window_length) {
		return true;
	}
	if (buffer->window) {
		efree(buffer->window);
		buffer->window = NULL;
		buffer->window_at = buffer->window_length = 0;
	}
	if (buffer->input && buffer->input_at == ZSTR_LEN(buffer->input)) {
		zend_string_release(buffer->input);
		buffer->input = buffer->more.s ? smart_str_extract(&buffer->more) : NULL;
		buffer->input_at = 0;
	}
	if (!buffer->input) {
		return false;
	}
	buffer->window_length = MIN(ZSTR_LEN(buffer->input) - buffer->input_at, WINDOW_SIZE);
	buffer->window = emalloc(buffer->window_length);
	memcpy(buffer->window, ZSTR_VAL(buffer->input) + buffer->input_at, buffer->window_length);
	buffer->input_at += buffer->window_length;
	return true;
}

/* Takes the reference; NULL: an exception is pending. */
static void tell_control(struct wschat_message_buffer *buffer, zend_object *frame)
{
	bool close;

	if (!frame) {
		return;
	}
	close = wschat_buffer_is_close(frame);
	if (!EG(exception)) {
		if (close) {
			stop(buffer);
		}
		buffer->callbacks->control(buffer->arg, frame);
	}
	OBJ_RELEASE(frame);
}

/* Takes the reference on the payload. */
static void tell_message(zend_object *object, zend_string *payload, const struct wsc_payload *shape)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);
	bool binary = shape->opcode == WSC_OP_BINARY;
	zend_object *control = NULL;
	zend_object *made;
	zval message;

	if (wschat_buffer_makes_messages(object)) {
		made = wschat_buffer_make_message(object, payload, binary, shape->fragments, shape->fragment_count, &control);
		zend_string_release(payload);
		if (!made) {
			tell_control(buffer, control);
			return;
		}
		ZVAL_OBJ(&message, made);
	} else if (buffer->as_objects) {
		wschat_message_init_received(&message, payload, binary, shape->fragments, shape->fragment_count);
	} else {
		ZVAL_STR(&message, payload);
	}
	buffer->callbacks->message(buffer->arg, &message, binary);
	zval_ptr_dtor(&message);
}

static void tell_failure(zend_object *object, const struct wsc_message_result *result)
{
	stop(wschat_message_buffer_of(object));
	tell_control(wschat_message_buffer_of(object), wschat_buffer_close_frame(object, result->code, result->reason));
}

static void report(zend_object *object, enum wsc_message_event event, const struct wsc_message_result *result)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);
	zend_string *payload;

	switch (event) {
	case WSC_MESSAGE_MORE:
		break;
	case WSC_MESSAGE_COMPLETE:
		tell_message(object, wschat_payload_string(&result->payload), &result->payload);
		break;
	case WSC_MESSAGE_CONTROL:
		payload = zend_string_init((const char *) result->bytes, result->length, false);
		tell_control(buffer, wschat_buffer_checked_control(object, result->opcode, payload));
		zend_string_release(payload);
		break;
	case WSC_MESSAGE_FAILED:
		tell_failure(object, result);
		break;
	}
}

static void feed(zend_object *object, zend_string *bytes)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);

	if (!buffer->decoder) {
		return;
	}
	append(buffer, bytes);
	GC_ADDREF(object);
	while (!EG(exception) && buffer->decoder && refill(buffer)) {
		struct wsc_message_result result;
		uint8_t *at = buffer->window + buffer->window_at;
		size_t length = buffer->window_length - buffer->window_at;
		enum wsc_message_event event = wsc_decoder_next(buffer->decoder, &at, &length, &result);

		buffer->window_at = buffer->window_length - length;
		report(object, event, &result);
	}
	OBJ_RELEASE(object);
}

/* ---- for C ----------------------------------------------------------------------- */

/* Ratchet's: a quarter of memory_limit. */
static uint64_t default_limit(void)
{
	return PG(memory_limit) > 0 ? (uint64_t) PG(memory_limit) / 4 : WSCHAT_G(defaults).max_message_size;
}

/* false: an exception is pending. */
static bool open_decoder(struct wschat_message_buffer *buffer, struct wsc_decoder_rules *rules)
{
	rules->max_fragments = WSCHAT_G(defaults).max_fragments;
	rules->max_inflate_ratio = WSCHAT_G(defaults).max_inflate_ratio;
	rules->from_server = !buffer->expect_mask;
	rules->want_fragments = buffer->as_objects;
	buffer->decoder = wsc_decoder_new(&payload_hooks, NULL, rules);
	if (!buffer->decoder) {
		zend_throw_exception(spl_ce_RuntimeException, "Cannot create a MessageBuffer: no memory is left", 0);
		return false;
	}
	buffer->constructed = true;
	return true;
}

zend_object *wschat_message_buffer_new(const struct wschat_buffer_callbacks *callbacks, void *arg, zend_object *holder,
                                       bool messages_as_objects)
{
	struct wsc_decoder_rules rules = {.max_message_size = default_limit(), .max_frame_size = default_limit()};
	zend_object *object = create(wschat_ce_message_buffer);
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);

	buffer->expect_mask = true;
	buffer->as_objects = messages_as_objects;
	buffer->callbacks = callbacks;
	buffer->arg = arg;
	buffer->holder = holder;
	if (holder) {
		GC_ADDREF(holder);
	}
	if (!open_decoder(buffer, &rules)) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

void wschat_message_buffer_data(zend_object *object, const char *bytes, size_t length)
{
	zend_string *copy = zend_string_init(bytes, length, false);

	feed(object, copy);
	zend_string_release(copy);
}

void wschat_message_buffer_stop(zend_object *object)
{
	stop(wschat_message_buffer_of(object));
}

/* ---- for scripts ------------------------------------------------------------------- */

static void script_message(void *arg, zval *message, bool binary)
{
	zval arguments[2];

	ZVAL_COPY_VALUE(&arguments[0], message);
	ZVAL_OBJ(&arguments[1], (zend_object *) arg);
	wschat_callback_call(&wschat_message_buffer_of(arg)->script, 2, arguments);
}

static void script_control(void *arg, zend_object *frame)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(arg);
	zval arguments[2];

	if (wschat_callback_exists(&buffer->script_control)) {
		ZVAL_OBJ(&arguments[0], frame);
		ZVAL_OBJ(&arguments[1], (zend_object *) arg);
		wschat_callback_call(&buffer->script_control, 2, arguments);
	}
}

static const struct wschat_buffer_callbacks script_callbacks = {script_message, script_control};

/* null is Ratchet's limit, 0 is none; anything but an int that is not negative
 * is refused in Ratchet's words. */
static bool parse_limit(zval *value, const char *complaint, uint64_t *limit)
{
	zend_string *text;

	if (!value || Z_TYPE_P(value) == IS_NULL) {
		*limit = default_limit();
		return true;
	}
	if (Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= 0) {
		*limit = (uint64_t) Z_LVAL_P(value);
		return true;
	}
	text = zval_try_get_string(value);
	if (text) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0, "%s%s", ZSTR_VAL(text), complaint);
		zend_string_release(text);
	}
	return false;
}

/* What Ratchet 0.3.1 does not look at and 0.4.0 wants to be callable. */
static bool check_factory(zval *factory)
{
	if (factory && Z_TYPE_P(factory) > IS_FALSE && !zend_is_callable(factory, 0, NULL)) {
		zend_argument_type_error(5, "must be of type ?callable, %s given", zend_zval_type_name(factory));
		return false;
	}
	return true;
}

/* What was agreed on, as far as it is ours to do. false: an exception is pending. */
static bool parse_options(zval *value, bool sends, struct wschat_deflate_options *options)
{
	memset(options, 0, sizeof *options);
	if (value) {
		wschat_deflate_options_read(Z_OBJ_P(value), options);
	}
	if (options->enabled && !sends) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "sender must be set when deflate is enabled", 0);
		return false;
	}
	if (options->enabled && !wsc_compression_available()) {
		zend_throw_exception(spl_ce_RuntimeException,
		                     "permessage-deflate is not supported because you do not have the zlib extension.", 0);
		return false;
	}
	return true;
}

/* Which side compresses how. */
static void apply_options(struct wschat_message_buffer *buffer, struct wsc_decoder_rules *rules,
                          const struct wschat_deflate_options *options)
{
	bool server = buffer->expect_mask;

	if (options->enabled) {
		buffer->compress = true;
		buffer->deflate_bits = server ? options->server_bits : options->client_bits;
		buffer->deflate_takeover = server ? options->server_takeover : options->client_takeover;
		rules->window_bits = server ? options->client_bits : options->server_bits;
		rules->context_takeover = server ? options->client_takeover : options->server_takeover;
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);
	struct wsc_decoder_rules rules = {0};
	struct wschat_message_buffer old;
	struct wschat_deflate_options terms;
	zend_fcall_info fci[3] = {empty_fcall_info, empty_fcall_info, empty_fcall_info};
	zend_fcall_info_cache fcc[3] = {empty_fcall_info_cache, empty_fcall_info_cache, empty_fcall_info_cache};
	zval *checker, *mask = NULL, *factory = NULL, *message_limit = NULL, *frame_limit = NULL, *options = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 9), "Of|f!zzzzf!O!", &checker, wschat_ce_close_frame_checker,
	                          &fci[0], &fcc[0], &fci[1], &fcc[1], &mask, &factory, &message_limit, &frame_limit,
	                          &fci[2], &fcc[2], &options, wschat_ce_deflate_options) == FAILURE ||
	    !check_factory(factory) || !parse_options(options, ZEND_FCI_INITIALIZED(fci[2]), &terms) ||
	    !parse_limit(frame_limit, " is not a valid maxFramePayloadSize", &rules.max_frame_size) ||
	    !parse_limit(message_limit, "is not a valid maxMessagePayloadSize", &rules.max_message_size)) {
		RETURN_THROWS();
	}
	take(buffer, &old);
	buffer->expect_mask = !mask || zend_is_true(mask);
	buffer->as_objects = true;
	buffer->callbacks = &script_callbacks;
	buffer->arg = object;
	ZVAL_COPY(&buffer->checker, checker);
	if (factory && Z_TYPE_P(factory) > IS_FALSE) {
		ZVAL_COPY(&buffer->factory, factory);
	}
	wschat_callback_set(&buffer->script, &fci[0], &fcc[0]);
	wschat_callback_set(&buffer->script_control, &fci[1], &fcc[1]);
	wschat_callback_set(&buffer->sender, &fci[2], &fcc[2]);
	apply_options(buffer, &rules, &terms);
	open_decoder(buffer, &rules);
	release(&old);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, onData)
{
	zend_string *bytes;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == FAILURE ||
	    !wschat_messaging_string(value, 1, "string", &bytes) || !wschat_message_buffer_demand(Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	feed(Z_OBJ_P(ZEND_THIS), bytes);
}
