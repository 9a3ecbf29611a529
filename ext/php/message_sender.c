/* SPDX-License-Identifier: MIT
 *
 * What goes out through Ratchet\RFC6455\Messaging\MessageBuffer: sendFrame() and
 * sendMessage() give bytes to the script's sender, masked for a server, and
 * compressed if that was agreed on.
 *
 * RFC 7692 section 7.2.1: a message of one frame is compressed if that makes it
 * shorter; of one in fragments the first decides for all, and has RSV1. A frame
 * that has RSV1 already is taken for compressed.
 */
#include "message_buffer.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* ---- compression ----------------------------------------------------------------- */

/* What ends a message and belongs to a fragment that is not the last. */
#define TAIL_SIZE 4

/* What is shorter gains nothing, and trying costs the history. */
#define SHORTEST 8

/* More than zlib needs for what it can't make shorter. */
static size_t bound(size_t length)
{
	return length + length / 8 + length / 64 + 64;
}

/* The stream, made when it is needed first; NULL: an exception is pending. */
static struct wsc_deflate *stream_of(struct wschat_message_buffer *buffer)
{
	if (!buffer->deflate) {
		buffer->deflate = wsc_deflate_new(buffer->deflate_bits, (int) WSCHAT_G(defaults).compression_level);
	}
	if (!buffer->deflate) {
		zend_throw_exception(spl_ce_RuntimeException, "Cannot compress: no memory is left", 0);
	}
	return buffer->deflate;
}

static void end_message(struct wschat_message_buffer *buffer)
{
	buffer->deflating = false;
	if (buffer->deflate && !buffer->deflate_takeover) {
		wsc_deflate_free(buffer->deflate);
		buffer->deflate = NULL;
	}
}

static zend_string *cut_to(zend_string *packed, size_t length)
{
	packed = zend_string_truncate(packed, length, false);
	ZSTR_VAL(packed)[length] = '\0';
	return packed;
}

/* A new reference. NULL without an exception: it would not become shorter. */
static zend_string *compress_whole(struct wschat_message_buffer *buffer, const zend_string *payload)
{
	struct wsc_deflate *stream = ZSTR_LEN(payload) >= SHORTEST ? stream_of(buffer) : NULL;
	size_t size = ZSTR_LEN(payload) + TAIL_SIZE - 1;
	zend_string *packed;
	size_t length;

	if (!stream) {
		return NULL;
	}
	packed = zend_string_alloc(size, false);
	length = wsc_deflate_message(stream, ZSTR_VAL(payload), ZSTR_LEN(payload), ZSTR_VAL(packed), size);
	end_message(buffer);
	if (length == 0) {
		zend_string_release(packed);
		return NULL;
	}
	return cut_to(packed, length);
}

/* A new reference; NULL: an exception is pending. */
static zend_string *compress_fragment(struct wschat_message_buffer *buffer, const zend_string *payload, bool final)
{
	struct wsc_deflate *stream;
	zend_string *packed;
	size_t length;

	if (ZSTR_LEN(payload) == 0) {
		/* The start of the empty block that ends a message; before, nothing. */
		packed = final ? zend_string_init("\0", 1, false) : ZSTR_EMPTY_ALLOC();
	} else {
		stream = stream_of(buffer);
		if (!stream) {
			return NULL;
		}
		packed = zend_string_safe_alloc(1, bound(ZSTR_LEN(payload)), 0, false);
		length = wsc_deflate_message(stream, ZSTR_VAL(payload), ZSTR_LEN(payload), ZSTR_VAL(packed), ZSTR_LEN(packed));
		if (length == 0) {
			zend_string_release(packed);
			zend_throw_exception(spl_ce_RuntimeException, "Cannot compress a fragment", 0);
			return NULL;
		}
		packed = cut_to(packed, length + (final ? 0 : TAIL_SIZE));
	}
	buffer->deflating = true;
	if (final) {
		end_message(buffer);
	}
	return packed;
}

/* Takes the reference on the payload. NULL: an exception is pending. */
static zend_object *compressed_frame(zend_string *payload, bool final, zend_long opcode)
{
	zend_object *frame = wschat_frame_new(payload, final, (uint8_t) opcode);

	if (opcode != WSC_OP_CONTINUATION && !wschat_gate_call_method(frame, ZEND_STRL("setrsv1"), 0, NULL, NULL)) {
		OBJ_RELEASE(frame);
		return NULL;
	}
	return frame;
}

/* The frame to be sent in place of this one, or it itself: a new reference. NULL: an
 * exception is pending. */
static zend_object *compress_frame(struct wschat_message_buffer *buffer, zend_object *frame)
{
	zend_string *payload, *packed;
	zend_long opcode;
	bool final, rsv1 = false;

	if (!wschat_buffer_ask_long(frame, ZEND_STRL("getopcode"), &opcode) ||
	    !wschat_buffer_ask_bool(frame, ZEND_STRL("isfinal"), &final) ||
	    (opcode <= WSC_OP_BINARY && !wschat_buffer_ask_bool(frame, ZEND_STRL("getrsv1"), &rsv1))) {
		return NULL;
	}
	GC_ADDREF(frame);
	if (opcode > WSC_OP_BINARY || rsv1 || (opcode == WSC_OP_CONTINUATION && !buffer->deflating)) {
		return frame;
	}
	payload = wschat_buffer_ask_payload(frame);
	if (!payload) {
		OBJ_RELEASE(frame);
		return NULL;
	}
	packed = opcode != WSC_OP_CONTINUATION && final ? compress_whole(buffer, payload)
	                                                : compress_fragment(buffer, payload, final);
	zend_string_release(payload);
	if (!packed && !EG(exception)) {
		return frame;
	}
	OBJ_RELEASE(frame);
	return packed ? compressed_frame(packed, final, opcode) : NULL;
}

/* ---- sending ----------------------------------------------------------------------- */

/* getContents(), a new reference; NULL: an exception is pending. */
static zend_string *contents_of(zend_object *frame)
{
	bool is_native;
	zend_string *contents = wschat_messaging_contents(frame, &is_native);
	zval result;

	if (is_native) {
		return contents;
	}
	if (wschat_gate_call_method(frame, ZEND_STRL("getcontents"), 0, NULL, &result)) {
		contents = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return contents;
}

static void send_frame(zend_object *object, zend_object *given)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(object);
	zend_object *frame = given;
	zend_string *contents;
	zval argument;

	if (!wschat_callback_exists(&buffer->sender)) {
		zend_throw_exception(NULL, "To send frames using the MessageBuffer, sender must be set.", 0);
		return;
	}
	if (buffer->compress) {
		frame = compress_frame(buffer, given);
	} else {
		GC_ADDREF(frame);
	}
	if (!frame) {
		return;
	}
	if (buffer->expect_mask || wschat_gate_call_method(frame, ZEND_STRL("maskpayload"), 0, NULL, NULL)) {
		contents = contents_of(frame);
		/* A frame of the script's may have constructed the buffer anew. */
		if (contents && wschat_callback_exists(&buffer->sender)) {
			ZVAL_STR(&argument, contents);
			wschat_callback_call(&buffer->sender, 1, &argument);
		}
		if (contents) {
			zend_string_release(contents);
		}
	}
	OBJ_RELEASE(frame);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendFrame)
{
	zval *frame;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &frame, wschat_ce_frame_interface) == FAILURE ||
	    !wschat_message_buffer_demand(Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	send_frame(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(frame));
}

/* Calls sendFrame(), which a subclass may have changed. */
static void pass_to_send_frame(zend_object *object, zend_object *frame)
{
	zval argument;

	if (wschat_messaging_overrides(object, ZEND_STRL("sendframe"))) {
		ZVAL_OBJ(&argument, frame);
		wschat_gate_call_method(object, ZEND_STRL("sendframe"), 1, &argument, NULL);
	} else {
		send_frame(object, frame);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, sendMessage)
{
	struct wschat_message_buffer *buffer = wschat_message_buffer_of(Z_OBJ_P(ZEND_THIS));
	zval *value, *final_value = NULL, *binary = NULL;
	zend_object *frame;
	zend_string *payload;
	zend_long opcode;
	bool first, final;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|zz", &value, &final_value, &binary) == FAILURE ||
	    !wschat_messaging_string(value, 1, "string", &payload) || !wschat_message_buffer_demand(Z_OBJ_P(ZEND_THIS))) {
		RETURN_THROWS();
	}
	final = !final_value || zend_is_true(final_value);
	opcode = binary && zend_is_true(binary) ? WSC_OP_BINARY : WSC_OP_TEXT;
	first = buffer->streaming == 0;
	if (!first && buffer->streaming != opcode) {
		zend_throw_exception(NULL, "Binary and text message parts cannot be streamed together.", 0);
		RETURN_THROWS();
	}
	frame = wschat_buffer_frame(Z_OBJ_P(ZEND_THIS), payload, final, first ? (uint8_t) opcode : WSC_OP_CONTINUATION);
	if (!frame) {
		RETURN_THROWS();
	}
	buffer->streaming = final ? 0 : opcode;
	pass_to_send_frame(Z_OBJ_P(ZEND_THIS), frame);
	OBJ_RELEASE(frame);
}
