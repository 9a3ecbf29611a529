/* SPDX-License-Identifier: MIT
 *
 * What Ratchet\RFC6455\Messaging\MessageBuffer thinks of frames and messages, and
 * how it makes them; and CloseFrameChecker. What the decoder has let through
 * needs no check but for the code and reason of a Close: the rest is for scripts
 * that call these methods or override them.
 *
 * Refuses with a Close frame in Ratchet's words. Methods of a subclass and of
 * frames that are the script's own run in between, so nothing borrowed is kept.
 */
#include "message_buffer.h"

#include "../engine/codec.h"

#include "zend_exceptions.h"

/* ---- CloseFrameChecker ------------------------------------------------------- */

ZEND_METHOD(Ratchet_RFC6455_Messaging_CloseFrameChecker, __construct)
{
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_CloseFrameChecker, __invoke)
{
	zend_long code;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == FAILURE ||
	    !wschat_messaging_long(value, &code)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(code >= 0 && code <= UINT16_MAX && wsc_frame_close_code_valid((uint16_t) code));
}

/* false and an exception: the script's checker threw. */
static bool code_allowed(zend_object *buffer, uint16_t code)
{
	zend_object *checker;
	zval argument, result;
	bool allowed;

	if (Z_TYPE(wschat_message_buffer_of(buffer)->checker) != IS_OBJECT) {
		return wsc_frame_close_code_valid(code);
	}
	checker = Z_OBJ(wschat_message_buffer_of(buffer)->checker);
	if (!wschat_messaging_overrides(checker, ZEND_STRL("__invoke"))) {
		return wsc_frame_close_code_valid(code);
	}
	ZVAL_LONG(&argument, code);
	allowed = wschat_gate_call_method(checker, ZEND_STRL("__invoke"), 1, &argument, &result) && zend_is_true(&result);
	zval_ptr_dtor(&result);
	return allowed && !EG(exception);
}

/* ---- making frames -------------------------------------------------------------- */

/* The result of a method that has to be such an object, or NULL and a TypeError. */
static zend_object *made_object(bool called, zval *result, zend_class_entry *ce, const char *method)
{
	if (called && Z_TYPE_P(result) == IS_OBJECT && instanceof_function(Z_OBJCE_P(result), ce)) {
		return Z_OBJ_P(result);
	}
	if (called) {
		zend_type_error("%s() must return %s, %s returned", method, ZSTR_VAL(ce->name), zend_zval_type_name(result));
	}
	zval_ptr_dtor(result);
	return NULL;
}

zend_object *wschat_buffer_frame(zend_object *buffer, zend_string *payload, bool final, uint8_t opcode)
{
	zval arguments[3], result;
	bool called;

	if (!wschat_messaging_overrides(buffer, ZEND_STRL("newframe"))) {
		return wschat_frame_new(zend_string_copy(payload), final, opcode);
	}
	ZVAL_STR(&arguments[0], payload);
	ZVAL_BOOL(&arguments[1], final);
	ZVAL_LONG(&arguments[2], opcode);
	called = wschat_gate_call_method(buffer, ZEND_STRL("newframe"), 3, arguments, &result);
	return made_object(called, &result, wschat_ce_frame_interface, "newFrame");
}

static zend_object *close_frame(zend_object *buffer, zend_long code, const char *reason, size_t length)
{
	zend_string *payload = zend_string_alloc(2 + length, false);
	zend_object *frame;

	ZSTR_VAL(payload)[0] = (char) (code >> 8 & 0xFF);
	ZSTR_VAL(payload)[1] = (char) (code & 0xFF);
	memcpy(ZSTR_VAL(payload) + 2, reason, length);
	ZSTR_VAL(payload)[2 + length] = '\0';
	frame = wschat_buffer_frame(buffer, payload, true, WSC_OP_CLOSE);
	zend_string_release(payload);
	return frame;
}

zend_object *wschat_buffer_close_frame(zend_object *buffer, uint16_t code, const char *reason)
{
	zval arguments[2], result;
	bool called;

	if (!wschat_messaging_overrides(buffer, ZEND_STRL("newcloseframe"))) {
		return close_frame(buffer, code, reason, strlen(reason));
	}
	ZVAL_LONG(&arguments[0], code);
	ZVAL_STRING(&arguments[1], reason);
	called = wschat_gate_call_method(buffer, ZEND_STRL("newcloseframe"), 2, arguments, &result);
	zval_ptr_dtor(&arguments[1]);
	return made_object(called, &result, wschat_ce_frame_interface, "newCloseFrame");
}

/* ---- asking a frame ----------------------------------------------------------------- */

bool wschat_buffer_ask_bool(zend_object *frame, const char *lcname, size_t length, bool *answer)
{
	zval result;
	bool called = wschat_gate_call_method(frame, lcname, length, 0, NULL, &result);

	*answer = called && zend_is_true(&result);
	zval_ptr_dtor(&result);
	return called && !EG(exception);
}

bool wschat_buffer_ask_long(zend_object *frame, const char *lcname, size_t length, zend_long *answer)
{
	zval result;
	bool called = wschat_gate_call_method(frame, lcname, length, 0, NULL, &result);

	*answer = called ? zval_get_long(&result) : 0;
	zval_ptr_dtor(&result);
	return called && !EG(exception);
}

zend_string *wschat_buffer_ask_payload(zend_object *data)
{
	zend_string *payload = NULL;
	zval result;

	if (wschat_gate_call_method(data, ZEND_STRL("getpayload"), 0, NULL, &result)) {
		payload = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return payload;
}

bool wschat_buffer_is_close(zend_object *frame)
{
	zend_long opcode;

	if (frame->ce == wschat_ce_frame) {
		return wschat_frame_opcode(frame, &opcode) && opcode == WSC_OP_CLOSE;
	}
	return wschat_buffer_ask_long(frame, ZEND_STRL("getopcode"), &opcode) && opcode == WSC_OP_CLOSE;
}

/* ---- checking -------------------------------------------------------------------------- */

static bool valid_utf8(const char *bytes, size_t length)
{
	struct wsc_utf8 utf8 = {0};

	return wsc_utf8_feed(&utf8, (const uint8_t *) bytes, length) && wsc_utf8_complete(&utf8);
}

/* RFC 6455 5.5.1: a new reference on the Close to be sent, or on `frame`. NULL:
 * an exception is pending. */
static zend_object *check_close(zend_object *buffer, zend_object *frame, const zend_string *payload)
{
	const uint8_t *bytes = (const uint8_t *) ZSTR_VAL(payload);
	uint16_t code;

	if (ZSTR_LEN(payload) == 0) {
		return wschat_buffer_close_frame(buffer, WSC_CLOSE_NORMAL, "");
	}
	code = ZSTR_LEN(payload) == 1 ? 0 : (uint16_t) (bytes[0] << 8 | bytes[1]);
	if (ZSTR_LEN(payload) == 1 || !code_allowed(buffer, code)) {
		return EG(exception)
		           ? NULL
		           : wschat_buffer_close_frame(buffer, WSC_CLOSE_PROTOCOL, "Ratchet detected an invalid close code");
	}
	if (!valid_utf8(ZSTR_VAL(payload) + 2, ZSTR_LEN(payload) - 2)) {
		return wschat_buffer_close_frame(buffer, WSC_CLOSE_BAD_PAYLOAD,
		                                 "Ratchet detected an invalid UTF-8 payload in the close reason");
	}
	GC_ADDREF(frame);
	return frame;
}

static const char *judge_reserved(zend_object *frame)
{
	bool rsv1, rsv2, rsv3;

	if (!wschat_buffer_ask_bool(frame, ZEND_STRL("getrsv1"), &rsv1) ||
	    !wschat_buffer_ask_bool(frame, ZEND_STRL("getrsv2"), &rsv2) ||
	    !wschat_buffer_ask_bool(frame, ZEND_STRL("getrsv3"), &rsv3)) {
		return NULL;
	}
	return rsv1 || rsv2 || rsv3 ? "Ratchet detected an invalid reserve code" : NULL;
}

static const char *judge_mask(zend_object *buffer, zend_object *frame)
{
	bool masked;

	return wschat_message_buffer_of(buffer)->expect_mask &&
	               wschat_buffer_ask_bool(frame, ZEND_STRL("ismasked"), &masked) && !masked
	           ? "Ratchet detected an incorrect frame mask"
	           : NULL;
}

static const char *judge_control(zend_object *frame, zend_long opcode)
{
	zend_long length;
	bool final;

	if (!wschat_buffer_ask_long(frame, ZEND_STRL("getpayloadlength"), &length) ||
	    !wschat_buffer_ask_bool(frame, ZEND_STRL("isfinal"), &final)) {
		return NULL;
	}
	if (length > 125 || !final) {
		return "Ratchet detected a mismatch between final bit and indicated payload length";
	}
	return opcode < WSC_OP_CLOSE || opcode > WSC_OP_PONG ? "Ratchet detected an invalid OP code" : NULL;
}

static const char *judge_order(zend_object *buffer, zend_long opcode)
{
	const struct wsc_decoder *decoder = wschat_message_buffer_of(buffer)->decoder;
	bool continues = decoder && wsc_decoder_fragments(decoder) > 0;

	if (opcode == WSC_OP_CONTINUATION && !continues) {
		return "Ratchet detected the first frame of a message was a continue";
	}
	return opcode != WSC_OP_CONTINUATION && continues ? "Ratchet detected invalid OP code when expecting continue frame"
	                                                  : NULL;
}

/* NULL: nothing wrong, or an exception is pending. */
static const char *judge(zend_object *buffer, zend_object *frame, zend_long *opcode)
{
	const char *reason = judge_reserved(frame);

	if (!reason && !EG(exception)) {
		reason = judge_mask(buffer, frame);
	}
	if (reason || EG(exception) || !wschat_buffer_ask_long(frame, ZEND_STRL("getopcode"), opcode)) {
		return reason;
	}
	return *opcode > WSC_OP_BINARY ? judge_control(frame, *opcode) : judge_order(buffer, *opcode);
}

/* The method: a new reference, or NULL and an exception. */
static zend_object *check_frame(zend_object *buffer, zend_object *frame)
{
	zend_long opcode = 0;
	const char *reason = judge(buffer, frame, &opcode);
	zend_string *payload;
	zend_object *result;

	if (EG(exception)) {
		return NULL;
	}
	if (reason) {
		return wschat_buffer_close_frame(buffer, WSC_CLOSE_PROTOCOL, reason);
	}
	if (opcode != WSC_OP_CLOSE) {
		GC_ADDREF(frame);
		return frame;
	}
	payload = wschat_buffer_ask_payload(frame);
	if (!payload) {
		return NULL;
	}
	result = check_close(buffer, frame, payload);
	zend_string_release(payload);
	return result;
}

/* ---- for what the decoder brings ------------------------------------------------------- */

/* A frame of the decoder's, asked about by the script. Takes the reference. */
static zend_object *script_check(zend_object *buffer, zend_object *frame)
{
	zval argument, result;
	bool called;

	ZVAL_OBJ(&argument, frame);
	called = wschat_gate_call_method(buffer, ZEND_STRL("framecheck"), 1, &argument, &result);
	OBJ_RELEASE(frame);
	return made_object(called, &result, wschat_ce_frame_interface, "frameCheck");
}

zend_object *wschat_buffer_checked_control(zend_object *buffer, uint8_t opcode, zend_string *payload)
{
	zend_object *frame = wschat_buffer_frame(buffer, payload, true, opcode);
	zend_object *checked;

	if (!frame) {
		return NULL;
	}
	if (wschat_messaging_overrides(buffer, ZEND_STRL("framecheck"))) {
		return script_check(buffer, frame);
	}
	if (opcode != WSC_OP_CLOSE) {
		return frame;
	}
	checked = check_close(buffer, frame, payload);
	OBJ_RELEASE(frame);
	return checked;
}

bool wschat_buffer_makes_messages(const zend_object *buffer)
{
	return buffer->ce->type == ZEND_USER_CLASS && (wschat_messaging_overrides(buffer, ZEND_STRL("newmessage")) ||
	                                               wschat_messaging_overrides(buffer, ZEND_STRL("newframe")) ||
	                                               wschat_messaging_overrides(buffer, ZEND_STRL("framecheck")) ||
	                                               wschat_messaging_overrides(buffer, ZEND_STRL("checkmessage")));
}

static zend_object *new_message(zend_object *buffer)
{
	zval result;
	bool called = wschat_gate_call_method(buffer, ZEND_STRL("newmessage"), 0, NULL, &result);

	return made_object(called, &result, wschat_ce_message_interface, "newMessage");
}

/* Adds one fragment; true with *control: it is refused. false: an exception is pending. */
static bool add_fragment(zend_object *buffer, zend_object *message, zend_string *payload, bool final, uint8_t opcode,
                         zend_object **control)
{
	zend_object *frame = wschat_buffer_frame(buffer, payload, final, opcode);
	zend_long checked = opcode;
	zval argument;
	bool added;

	if (frame && wschat_messaging_overrides(buffer, ZEND_STRL("framecheck"))) {
		frame = script_check(buffer, frame);
	}
	if (!frame) {
		return false;
	}
	if (!wschat_buffer_ask_long(frame, ZEND_STRL("getopcode"), &checked)) {
		OBJ_RELEASE(frame);
		return false;
	}
	if (checked > WSC_OP_BINARY) {
		*control = frame;
		return true;
	}
	ZVAL_OBJ(&argument, frame);
	added = wschat_gate_call_method(message, ZEND_STRL("addframe"), 1, &argument, NULL);
	OBJ_RELEASE(frame);
	return added;
}

/* As checkMessage() of the script says: true, or *control is the answer. */
static bool script_accepts(zend_object *buffer, zend_object *message, zend_object **control)
{
	zval argument, result;
	uint16_t code;

	if (!wschat_messaging_overrides(buffer, ZEND_STRL("checkmessage"))) {
		return true; /* the decoder has looked at it */
	}
	ZVAL_OBJ(&argument, message);
	if (!wschat_gate_call_method(buffer, ZEND_STRL("checkmessage"), 1, &argument, &result)) {
		zval_ptr_dtor(&result);
		return false;
	}
	if (Z_TYPE(result) == IS_TRUE) {
		return true;
	}
	code = (uint16_t) zval_get_long(&result);
	zval_ptr_dtor(&result);
	if (!EG(exception)) {
		*control = wschat_buffer_close_frame(buffer, code, "Ratchet detected an invalid UTF-8 payload");
	}
	return false;
}

zend_object *wschat_buffer_make_message(zend_object *buffer, zend_string *payload, bool binary,
                                        const uint64_t *fragments, size_t count, zend_object **control)
{
	/* A copy: a frame's constructor may feed the buffer, and the decoder goes on. */
	uint64_t *lengths = safe_emalloc(count, sizeof *lengths, 0);
	zend_object *message;
	size_t at = 0, i;
	bool fine;

	if (fragments) {
		memcpy(lengths, fragments, count * sizeof *lengths);
	} else {
		lengths[0] = ZSTR_LEN(payload);
		count = 1;
	}
	message = new_message(buffer);
	fine = message != NULL;
	for (i = 0; fine && !*control && i < count; i++) {
		zend_string *part = zend_string_init(ZSTR_VAL(payload) + at, (size_t) lengths[i], false);

		at += (size_t) lengths[i];
		fine = add_fragment(buffer, message, part, i + 1 == count,
		                    i > 0    ? WSC_OP_CONTINUATION
		                    : binary ? WSC_OP_BINARY
		                             : WSC_OP_TEXT,
		                    control);
		zend_string_release(part);
	}
	efree(lengths);
	fine = fine && !*control && script_accepts(buffer, message, control);
	if (fine) {
		return message;
	}
	if (message) {
		OBJ_RELEASE(message);
	}
	return NULL;
}

/* ---- methods ----------------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, frameCheck)
{
	zend_object *checked;
	zval *frame;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &frame, wschat_ce_frame_interface) == FAILURE) {
		RETURN_THROWS();
	}
	checked = check_frame(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(frame));
	if (checked) {
		RETVAL_OBJ(checked);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, checkMessage)
{
	zend_string *payload;
	zval *message;
	bool binary;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &message, wschat_ce_message_interface) == FAILURE ||
	    !wschat_buffer_ask_bool(Z_OBJ_P(message), ZEND_STRL("isbinary"), &binary)) {
		RETURN_THROWS();
	}
	if (binary) {
		RETURN_TRUE;
	}
	payload = wschat_buffer_ask_payload(Z_OBJ_P(message));
	if (!payload) {
		RETURN_THROWS();
	}
	if (valid_utf8(ZSTR_VAL(payload), ZSTR_LEN(payload))) {
		RETVAL_TRUE;
	} else {
		RETVAL_LONG(WSC_CLOSE_BAD_PAYLOAD);
	}
	zend_string_release(payload);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newMessage)
{
	object_init_ex(return_value, wschat_ce_message);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newFrame)
{
	zval *payload = NULL, *final = NULL, *opcode = NULL;
	zval arguments[4];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "|z!z!z!", &payload, &final, &opcode) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_NULL(&arguments[0]);
	if (payload) {
		ZVAL_COPY_VALUE(&arguments[0], payload);
	}
	ZVAL_BOOL(&arguments[1], !final || zend_is_true(final));
	ZVAL_LONG(&arguments[2], WSC_OP_TEXT);
	if (opcode) {
		ZVAL_COPY_VALUE(&arguments[2], opcode);
	}
	/* A copy: the buffer may be constructed anew meanwhile. */
	ZVAL_NULL(&arguments[3]);
	if (Z_TYPE(wschat_message_buffer_of(Z_OBJ_P(ZEND_THIS))->factory) != IS_UNDEF) {
		ZVAL_COPY(&arguments[3], &wschat_message_buffer_of(Z_OBJ_P(ZEND_THIS))->factory);
	}
	object_init_ex(return_value, wschat_ce_frame);
	wschat_gate_call_function(wschat_ce_frame->constructor, Z_OBJ_P(return_value), 4, arguments, NULL);
	zval_ptr_dtor(&arguments[3]);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_MessageBuffer, newCloseFrame)
{
	zend_string *reason = ZSTR_EMPTY_ALLOC();
	zval *code, *text = NULL;
	zend_object *frame;
	zend_long number;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &code, &text) == FAILURE ||
	    !wschat_messaging_long(code, &number) || (text && !wschat_messaging_string(text, 2, "string", &reason))) {
		RETURN_THROWS();
	}
	frame = close_frame(Z_OBJ_P(ZEND_THIS), number, ZSTR_VAL(reason), ZSTR_LEN(reason));
	if (frame) {
		RETVAL_OBJ(frame);
	}
}
