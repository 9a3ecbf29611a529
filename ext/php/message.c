/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging\Message: the frames of one message. A message that
 * the server received is the one payload it arrived as and becomes a list of
 * Frame objects only when a script wants to see them; one that a script puts
 * together is that list from the start.
 *
 * Refuses nothing that Ratchet's class accepts. Frames of the script's own
 * classes are asked through the gate: user code, after which the list may have
 * changed, so loops count with an index and look at the list anew each time.
 * Called by scripts, by messaging.c and by what hands messages to onMessage.
 */
#include "messaging.h"

#include "gate.h"
#include "wire.h"

#include "ext/spl/spl_dllist.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

struct message {
	zend_string *payload;  /* received: owned; NULL once the frames are there           */
	zend_string *contents; /* received: what getContents() has made of it, or NULL      */
	uint64_t *fragments;   /* received: payload lengths if there are several, else NULL */
	size_t fragment_count; /* received                                                  */
	bool binary;           /* received                                                  */
	zend_object **frames;  /* not received: one reference each                          */
	size_t count, room;
	zend_ulong length; /* of all payloads; wraps rather than overflow               */
	zend_object *list; /* the SplDoublyLinkedList that getIterator() gives, or NULL */
	zend_object std;
};

static zend_object_handlers message_handlers;

static inline struct message *message_from(zend_object *object)
{
	return (struct message *) ((char *) object - offsetof(struct message, std));
}

/* ---- life ---------------------------------------------------------------- */

static zend_object *message_create(zend_class_entry *ce)
{
	struct message *message = zend_object_alloc(sizeof(*message), ce);

	memset(message, 0, offsetof(struct message, std));
	zend_object_std_init(&message->std, ce);
	object_properties_init(&message->std, ce);
	message->std.handlers = &message_handlers;
	return &message->std;
}

static void message_forget_received(struct message *message)
{
	if (message->payload) {
		zend_string_release(message->payload);
		message->payload = NULL;
	}
	if (message->contents) {
		zend_string_release(message->contents);
		message->contents = NULL;
	}
	if (message->fragments) {
		efree(message->fragments);
		message->fragments = NULL;
	}
	message->fragment_count = 0;
}

/* Empty again. What is released may run destructors, so that comes last. */
static void message_clear(struct message *message)
{
	zend_object **frames = message->frames;
	zend_object *list = message->list;
	size_t i, count = message->count;

	message_forget_received(message);
	message->frames = NULL;
	message->list = NULL;
	message->count = message->room = 0;
	message->length = 0;
	for (i = 0; i < count; i++) {
		OBJ_RELEASE(frames[i]);
	}
	if (frames) {
		efree(frames);
	}
	if (list) {
		OBJ_RELEASE(list);
	}
}

static void message_free(zend_object *object)
{
	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	message_clear(message_from(object));
}

/* The copy has a list of its own; the Frame objects in it are the same. */
static zend_object *message_clone(zend_object *object)
{
	const struct message *old = message_from(object);
	zend_object *copy = message_create(object->ce);
	struct message *message = message_from(copy);
	size_t i;

	message->payload = old->payload ? zend_string_copy(old->payload) : NULL;
	message->contents = old->contents ? zend_string_copy(old->contents) : NULL;
	message->fragment_count = old->fragment_count;
	message->binary = old->binary;
	message->length = old->length;
	if (old->fragments) {
		message->fragments = safe_emalloc(old->fragment_count, sizeof(*old->fragments), 0);
		memcpy(message->fragments, old->fragments, old->fragment_count * sizeof(*old->fragments));
	}
	if (old->count) {
		message->frames = safe_emalloc(old->count, sizeof(*old->frames), 0);
		message->count = message->room = old->count;
		for (i = 0; i < old->count; i++) {
			message->frames[i] = old->frames[i];
			GC_ADDREF(old->frames[i]);
		}
	}
	zend_objects_clone_members(copy, object);
	return copy;
}

static HashTable *message_gc(zend_object *object, zval **table, int *count)
{
	struct message *message = message_from(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	zval value;
	size_t i;

	for (i = 0; i < message->count; i++) {
		ZVAL_OBJ(&value, message->frames[i]);
		zend_get_gc_buffer_add_zval(buffer, &value);
	}
	if (message->list) {
		ZVAL_OBJ(&value, message->list);
		zend_get_gc_buffer_add_zval(buffer, &value);
	}
	if (!object->properties) {
		for (i = 0; i < (size_t) object->ce->default_properties_count; i++) {
			zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

/* Without properties any two messages would be equal; so only one and the same
 * is. Comparing with a string still compares the payload. */
static int message_compare(zval *left, zval *right)
{
	ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
	return Z_OBJ_P(left) == Z_OBJ_P(right) ? 0 : ZEND_UNCOMPARABLE;
}

void wschat_message_minit(zend_class_entry *ce)
{
	ce->create_object = message_create;
	memcpy(&message_handlers, &std_object_handlers, sizeof(message_handlers));
	message_handlers.offset = offsetof(struct message, std);
	message_handlers.free_obj = message_free;
	message_handlers.clone_obj = message_clone;
	message_handlers.get_gc = message_gc;
	message_handlers.compare = message_compare;
}

void wschat_message_init_received(zval *return_value, zend_string *payload, bool binary, const uint64_t *fragments,
                                  size_t fragment_count)
{
	zend_object *object = message_create(wschat_ce_message);
	struct message *message = message_from(object);
	uint64_t rest = ZSTR_LEN(payload);
	size_t i;

	message->payload = payload;
	message->binary = binary;
	message->length = ZSTR_LEN(payload);
	message->fragment_count = 1;
	for (i = 0; fragments && i < fragment_count && fragments[i] <= rest; i++) {
		rest -= fragments[i];
	}
	/* Lengths that are not this payload's would be read past its end. */
	ZEND_ASSERT(!fragments || (i == fragment_count && rest == 0));
	if (fragments && fragment_count > 1 && i == fragment_count && rest == 0) {
		message->fragments = safe_emalloc(fragment_count, sizeof(*fragments), 0);
		memcpy(message->fragments, fragments, fragment_count * sizeof(*fragments));
		message->fragment_count = fragment_count;
	}
	ZVAL_OBJ(return_value, object);
}

/* ---- received: from one payload to frames -------------------------------- */

/* The payload length of frame `i`, and its opcode and FIN bit as a first byte. */
static size_t message_fragment(const struct message *message, size_t i, uint8_t *first)
{
	*first = (uint8_t) (i > 0 ? 0 : message->binary ? 2 : 1);
	if (i + 1 == message->fragment_count) {
		*first |= WSCHAT_WIRE_FIN;
	}
	return message->fragments ? (size_t) message->fragments[i] : ZSTR_LEN(message->payload);
}

static zend_string *message_encode_received(struct message *message)
{
	char header[WSCHAT_WIRE_HEADER_MAX];
	const char *src = ZSTR_VAL(message->payload);
	size_t i, length, size = ZSTR_LEN(message->payload);
	uint8_t first;
	char *out;

	if (message->contents) {
		return zend_string_copy(message->contents);
	}
	for (i = 0; i < message->fragment_count; i++) {
		length = message_fragment(message, i, &first);
		size += wschat_wire_header(header, first, length);
	}
	message->contents = zend_string_alloc(size, 0);
	out = ZSTR_VAL(message->contents);
	for (i = 0; i < message->fragment_count; i++) {
		length = message_fragment(message, i, &first);
		out += wschat_wire_header(out, first, length);
		memcpy(out, src, length);
		out += length;
		src += length;
	}
	ZEND_ASSERT(src == ZSTR_VAL(message->payload) + ZSTR_LEN(message->payload));
	*out = '\0';
	return zend_string_copy(message->contents);
}

/* Makes the frames of a received message. They may be changed by the script
 * from here on, so the payload goes. */
static void message_expand(struct message *message)
{
	const char *src;
	size_t i, length;
	uint8_t first;
	zend_string *part;

	if (!message->payload) {
		return;
	}
	message->frames = safe_emalloc(message->fragment_count, sizeof(*message->frames), 0);
	message->room = message->fragment_count;
	src = ZSTR_VAL(message->payload);
	for (i = 0; i < message->fragment_count; i++) {
		length = message_fragment(message, i, &first);
		part = message->fragments ? zend_string_init(src, length, 0) : zend_string_copy(message->payload);
		message->frames[i] = wschat_frame_new(part, (first & WSCHAT_WIRE_FIN) != 0, first & 0x0f);
		message->count++;
		src += length;
	}
	message_forget_received(message);
}

/* ---- asking a frame ------------------------------------------------------- */

static inline bool message_knows(const zend_object *frame)
{
	return frame->ce == wschat_ce_frame;
}

static bool message_ask_bool(zend_object *frame, const char *lcname, size_t length, bool *answer)
{
	zval result;
	bool called = wschat_gate_call_method(frame, lcname, length, 0, NULL, &result);

	if (called) {
		*answer = zend_is_true(&result);
	}
	zval_ptr_dtor(&result);
	return called;
}

static bool message_ask_length(zend_object *frame, zend_long *answer)
{
	zval result;
	bool called;

	if (message_knows(frame)) {
		return wschat_frame_length(frame, answer);
	}
	called = wschat_gate_call_method(frame, ZEND_STRL("getpayloadlength"), 0, NULL, &result) &&
	         wschat_messaging_long(&result, answer);
	zval_ptr_dtor(&result);
	return called;
}

/* getPayload() or getContents(): a new reference. */
static zend_string *message_ask_bytes(zend_object *frame, bool contents)
{
	const char *lcname = contents ? "getcontents" : "getpayload";
	zend_string *bytes = NULL;
	zval result;

	if (message_knows(frame)) {
		return contents ? wschat_frame_contents(frame) : wschat_frame_payload(frame);
	}
	if (wschat_gate_call_method(frame, lcname, strlen(lcname), 0, NULL, &result)) {
		bytes = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	return bytes;
}

static bool message_ask_coalesced(zend_object *frame, bool *answer)
{
	if (message_knows(frame)) {
		return wschat_frame_coalesced(frame, answer) && (!*answer || wschat_frame_final(frame, answer));
	}
	return message_ask_bool(frame, ZEND_STRL("iscoalesced"), answer) &&
	       (!*answer || message_ask_bool(frame, ZEND_STRL("isfinal"), answer));
}

/* The first frame's opcode as its method returns it; false: an exception. */
static bool message_ask_opcode(zend_object *frame, zval *answer)
{
	zend_long opcode;

	if (!message_knows(frame)) {
		return wschat_gate_call_method(frame, ZEND_STRL("getopcode"), 0, NULL, answer);
	}
	ZVAL_UNDEF(answer);
	if (!wschat_frame_opcode(frame, &opcode)) {
		return false;
	}
	ZVAL_LONG(answer, opcode);
	return true;
}

/* ---- the message as a whole ----------------------------------------------- */

static const char message_incomplete[] = "Message has not been put back together yet";

static size_t message_count(const struct message *message)
{
	return message->payload ? message->fragment_count : message->count;
}

/* The last frame is complete and final. false: an exception is pending. */
static bool message_look(struct message *message, bool *coalesced)
{
	zend_object *last;
	bool asked;

	*coalesced = message->payload != NULL;
	if (message->count == 0) {
		return true;
	}
	last = message->frames[message->count - 1];
	GC_ADDREF(last);
	asked = message_ask_coalesced(last, coalesced);
	OBJ_RELEASE(last);
	return asked;
}

static bool message_demand_all(struct message *message)
{
	bool coalesced;

	if (!message_look(message, &coalesced)) {
		return false;
	}
	if (!coalesced) {
		zend_throw_exception(spl_ce_UnderflowException, message_incomplete, 0);
	}
	return coalesced;
}

/* All payloads or all contents, one behind the other: a new reference. */
static zend_string *message_join(struct message *message, bool contents)
{
	smart_str bytes = {0};
	zend_string *part;
	zend_object *frame;
	size_t i;

	if (message->payload) {
		return contents ? message_encode_received(message) : zend_string_copy(message->payload);
	}
	for (i = 0; i < message->count; i++) {
		frame = message->frames[i];
		GC_ADDREF(frame);
		part = message_ask_bytes(frame, contents);
		OBJ_RELEASE(frame);
		if (!part) {
			smart_str_free(&bytes);
			return NULL;
		}
		if (i == 0 && message->count == 1) {
			return part;
		}
		smart_str_append(&bytes, part);
		zend_string_release(part);
	}
	smart_str_0(&bytes);
	return bytes.s ? bytes.s : ZSTR_EMPTY_ALLOC();
}

zend_string *wschat_message_contents(zend_object *object)
{
	return message_demand_all(message_from(object)) ? message_join(message_from(object), true) : NULL;
}

bool wschat_message_plain(zend_object *object, uint8_t *opcode, zend_string **payload)
{
	const struct message *message = message_from(object);

	if (message_count(message) != 1) {
		return false;
	}
	if (message->payload) {
		*opcode = message->binary ? 2 : 1;
		*payload = message->payload;
		return true;
	}
	return message_knows(message->frames[0]) && wschat_frame_plain(message->frames[0], opcode, payload);
}

/* ---- methods ------------------------------------------------------------- */
/* More arguments than declared are ignored, so nothing is parsed where none is
 * declared. A method that returns early has an exception pending. */

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, __construct)
{
	message_clear(message_from(Z_OBJ_P(ZEND_THIS)));
}

static bool message_list_push(zend_object *list, zend_object *frame)
{
	zval argument, result;
	bool pushed;

	ZVAL_OBJ(&argument, frame);
	pushed = wschat_gate_call_method(list, ZEND_STRL("push"), 1, &argument, &result);
	zval_ptr_dtor(&result);
	return pushed;
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getIterator)
{
	struct message *message = message_from(Z_OBJ_P(ZEND_THIS));
	zval list;
	size_t i;

	if (!message->list) {
		message_expand(message);
		if (object_init_ex(&list, spl_ce_SplDoublyLinkedList) == FAILURE) {
			RETURN_THROWS();
		}
		for (i = 0; i < message->count; i++) {
			if (!message_list_push(Z_OBJ(list), message->frames[i])) {
				zval_ptr_dtor(&list);
				RETURN_THROWS();
			}
		}
		message->list = Z_OBJ(list);
	}
	RETURN_OBJ_COPY(message->list);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, count)
{
	RETURN_LONG((zend_long) message_count(message_from(Z_OBJ_P(ZEND_THIS))));
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, isCoalesced)
{
	bool coalesced;

	if (message_look(message_from(Z_OBJ_P(ZEND_THIS)), &coalesced)) {
		RETVAL_BOOL(coalesced);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, addFrame)
{
	struct message *message = message_from(Z_OBJ_P(ZEND_THIS));
	zval *fragment;
	zend_long length;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &fragment, wschat_ce_frame_interface) == FAILURE ||
	    !message_ask_length(Z_OBJ_P(fragment), &length)) {
		RETURN_THROWS();
	}
	message_expand(message);
	if (message->list && !message_list_push(message->list, Z_OBJ_P(fragment))) {
		RETURN_THROWS();
	}
	if (message->count == message->room) {
		message->frames =
			safe_erealloc(message->frames, message->room + (message->room >> 1) + 4, sizeof(*message->frames), 0);
		message->room += (message->room >> 1) + 4;
	}
	message->frames[message->count++] = Z_OBJ_P(fragment);
	Z_ADDREF_P(fragment);
	message->length += (zend_ulong) length;
	RETURN_COPY(ZEND_THIS);
}

/* The opcode of the first frame, or an exception that says `text`. */
static bool message_demand_opcode(struct message *message, const char *text, zval *opcode)
{
	zend_object *frame;
	bool asked;

	if (message->payload) {
		ZVAL_LONG(opcode, message->binary ? 2 : 1);
		return true;
	}
	ZVAL_UNDEF(opcode);
	if (message->count == 0) {
		zend_throw_exception(spl_ce_UnderflowException, text, 0);
		return false;
	}
	frame = message->frames[0];
	GC_ADDREF(frame);
	asked = message_ask_opcode(frame, opcode);
	OBJ_RELEASE(frame);
	return asked;
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getOpcode)
{
	struct message *message = message_from(Z_OBJ_P(ZEND_THIS));
	zval opcode;

	if (message_demand_opcode(message, "No frames have been added to this message", &opcode)) {
		RETURN_COPY_VALUE(&opcode);
	}
	zval_ptr_dtor(&opcode);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getPayloadLength)
{
	RETURN_LONG((zend_long) message_from(Z_OBJ_P(ZEND_THIS))->length);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getPayload)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *payload;
	zval text;

	if (!message_demand_all(message_from(object))) {
		RETURN_THROWS();
	}
	/* As in Ratchet, a subclass that changes __toString() changes this too. */
	if (wschat_messaging_overrides(object, ZEND_STRL("__tostring"))) {
		if (wschat_gate_call_method(object, ZEND_STRL("__tostring"), 0, NULL, &text)) {
			RETURN_COPY_VALUE(&text);
		}
		zval_ptr_dtor(&text);
		return;
	}
	payload = message_join(message_from(object), false);
	if (payload) {
		RETVAL_STR(payload);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getContents)
{
	zend_string *contents = wschat_message_contents(Z_OBJ_P(ZEND_THIS));

	if (contents) {
		RETVAL_STR(contents);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, __toString)
{
	zend_string *payload = message_join(message_from(Z_OBJ_P(ZEND_THIS)), false);

	if (payload) {
		RETVAL_STR(payload);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, isBinary)
{
	static const char text[] = "Not enough data has been received to determine if message is binary";
	zval opcode;

	if (message_demand_opcode(message_from(Z_OBJ_P(ZEND_THIS)), text, &opcode)) {
		RETVAL_BOOL(Z_TYPE(opcode) == IS_LONG && Z_LVAL(opcode) == 2);
	}
	zval_ptr_dtor(&opcode);
}

/* FrameInterface has no getRsv1(): a frame of the script's own may lack it. */
static void message_return_rsv1(zval *return_value, zend_object *frame)
{
	bool rsv1;
	zval answer;

	if (message_knows(frame)) {
		if (wschat_frame_rsv1(frame, &rsv1)) {
			ZVAL_BOOL(return_value, rsv1);
		}
	} else if (!zend_hash_str_exists(&frame->ce->function_table, ZEND_STRL("getrsv1"))) {
		zend_throw_error(NULL, "Call to undefined method %s::getRsv1()", ZSTR_VAL(frame->ce->name));
	} else if (wschat_gate_call_method(frame, ZEND_STRL("getrsv1"), 0, NULL, &answer)) {
		ZVAL_COPY_VALUE(return_value, &answer);
	} else {
		zval_ptr_dtor(&answer);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Message, getRsv1)
{
	struct message *message = message_from(Z_OBJ_P(ZEND_THIS));
	zend_object *frame;

	/* What the engine received is inflated already. */
	if (message->count == 0) {
		RETURN_FALSE;
	}
	frame = message->frames[0];
	GC_ADDREF(frame);
	message_return_rsv1(return_value, frame);
	OBJ_RELEASE(frame);
}
