/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging\Frame: one frame, built from a payload or filled
 * from the wire. The state is in the C struct; the declared properties only
 * show it, so a subclass that skips or repeats the parent's constructor, or
 * writes to a property, breaks nothing.
 *
 * Refuses nothing that Ratchet's class accepts. User code runs in the script's
 * exception factory (frame_exception()) and where a subclass overrides
 * __toString(); afterwards the frame may be another one, so nothing borrowed
 * from it is kept across. Called by scripts, by mask.c, message.c and
 * messaging.c; the methods about masking are in mask.c.
 */
#include "messaging.h"

#include "gate.h"
#include "wire.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

struct frame {
	struct wschat_wire wire;
	zval factory; /* makes the exception for missing bytes; UNDEF: UnderflowException */
	zend_object std;
};

/* The declared properties, in the order of the stub. */
enum frame_slot {
	SLOT_DATA,
	SLOT_RECEIVED,
	SLOT_LENGTH,
	SLOT_FIRST,
	SLOT_SECOND
};

static const char missing_second[] = "Not enough bytes received";
static const char missing_length[] = "Not enough data buffered to determine payload length";
static const char missing_final[] = "Not enough bytes received to determine if this is the final frame in message";
static const char missing_reserved[] = "Not enough bytes received to determine reserved bit";
static const char missing_payload[] = "Can not return partial message";

static zend_object_handlers frame_handlers;

static inline struct frame *frame_from(zend_object *object)
{
	return (struct frame *) ((char *) object - offsetof(struct frame, std));
}

/* ---- properties ---------------------------------------------------------- */

static void frame_slot_set(zend_object *object, enum frame_slot slot, zend_long number)
{
	zval old;

	ZVAL_COPY_VALUE(&old, OBJ_PROP_NUM(object, slot));
	ZVAL_LONG(OBJ_PROP_NUM(object, slot), number);
	zval_ptr_dtor(&old);
}

/* Before the bytes change: $data must not hold them, or changing a string in
 * place becomes a copy. Unset, it is read through the handlers below. */
static void frame_hide(struct frame *frame)
{
	zval *slot = OBJ_PROP_NUM(&frame->std, SLOT_DATA);

	if (Z_TYPE_P(slot) == IS_STRING) {
		zval_ptr_dtor_str(slot);
		ZVAL_UNDEF(slot);
	}
}

/* Last step of every change: releasing what a subclass has put into its
 * properties may run a destructor. */
static void frame_show(struct frame *frame)
{
	zend_object *object = &frame->std;
	struct wschat_shape shape;
	zend_long length = wschat_wire_measure(&frame->wire, &shape) ? shape.length : WSCHAT_WIRE_UNKNOWN;
	zend_long size = (zend_long) wschat_wire_size(&frame->wire);
	zend_long first = frame->wire.first;
	zend_long second = wschat_wire_second(&frame->wire);
	zval data;

	ZVAL_COPY_VALUE(&data, OBJ_PROP_NUM(object, SLOT_DATA));
	ZVAL_UNDEF(OBJ_PROP_NUM(object, SLOT_DATA));
	frame_slot_set(object, SLOT_RECEIVED, size);
	frame_slot_set(object, SLOT_LENGTH, length);
	frame_slot_set(object, SLOT_FIRST, first);
	frame_slot_set(object, SLOT_SECOND, second);
	zval_ptr_dtor(&data);
}

/* Fills in $data if it is waiting to be. */
static void frame_reveal(zend_object *object)
{
	struct frame *frame = frame_from(object);
	zval *slot = OBJ_PROP_NUM(object, SLOT_DATA);

	if (Z_TYPE_P(slot) != IS_UNDEF) {
		return;
	}
	wschat_wire_to_raw(&frame->wire);
	if (frame->wire.bytes) {
		ZVAL_STR_COPY(slot, frame->wire.bytes);
	} else {
		ZVAL_EMPTY_STRING(slot);
	}
}

static inline void frame_reveal_named(zend_object *object, const zend_string *name)
{
	if (zend_string_equals_literal(name, "data")) {
		frame_reveal(object);
	}
}

static zval *frame_read_property(zend_object *object, zend_string *name, int type, void **cache, zval *value)
{
	frame_reveal_named(object, name);
	return zend_std_read_property(object, name, type, cache, value);
}

static zval *frame_property_ptr(zend_object *object, zend_string *name, int type, void **cache)
{
	frame_reveal_named(object, name);
	return zend_std_get_property_ptr_ptr(object, name, type, cache);
}

static int frame_has_property(zend_object *object, zend_string *name, int check, void **cache)
{
	frame_reveal_named(object, name);
	return zend_std_has_property(object, name, check, cache);
}

static HashTable *frame_properties(zend_object *object)
{
	frame_reveal(object);
	return zend_std_get_properties(object);
}

/* ---- life ---------------------------------------------------------------- */

static zend_object *frame_create(zend_class_entry *ce)
{
	struct frame *frame = zend_object_alloc(sizeof(*frame), ce);

	wschat_wire_init(&frame->wire);
	ZVAL_UNDEF(&frame->factory);
	zend_object_std_init(&frame->std, ce);
	object_properties_init(&frame->std, ce);
	frame->std.handlers = &frame_handlers;
	return &frame->std;
}

static void frame_free(zend_object *object)
{
	struct frame *frame = frame_from(object);

	/* First, or a destructor could take it back from a WeakReference. */
	zend_object_std_dtor(object);
	wschat_wire_dtor(&frame->wire);
	zval_ptr_dtor(&frame->factory);
}

static zend_object *frame_clone(zend_object *object)
{
	const struct frame *old = frame_from(object);
	zend_object *copy = frame_create(object->ce);

	/* The state first: __clone() of a subclass may use it. */
	wschat_wire_copy(&frame_from(copy)->wire, &old->wire);
	ZVAL_COPY(&frame_from(copy)->factory, &old->factory);
	zend_objects_clone_members(copy, object);
	return copy;
}

/* Only the factory and the properties can be part of a cycle. The properties
 * are taken as they are: filling in $data would allocate. */
static HashTable *frame_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	int i;

	zend_get_gc_buffer_add_zval(buffer, &frame_from(object)->factory);
	if (!object->properties) {
		for (i = 0; i < object->ce->default_properties_count; i++) {
			zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

/* Two frames are equal when their properties are, so these must be there. */
static int frame_compare(zval *left, zval *right)
{
	ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
	frame_reveal(Z_OBJ_P(left));
	frame_reveal(Z_OBJ_P(right));
	return zend_std_compare_objects(left, right);
}

void wschat_frame_minit(zend_class_entry *ce)
{
	ce->create_object = frame_create;
	memcpy(&frame_handlers, &std_object_handlers, sizeof(frame_handlers));
	frame_handlers.offset = offsetof(struct frame, std);
	frame_handlers.free_obj = frame_free;
	frame_handlers.clone_obj = frame_clone;
	frame_handlers.get_gc = frame_gc;
	frame_handlers.compare = frame_compare;
	frame_handlers.read_property = frame_read_property;
	frame_handlers.get_property_ptr_ptr = frame_property_ptr;
	frame_handlers.has_property = frame_has_property;
	frame_handlers.get_properties = frame_properties;
}

zend_object *wschat_frame_new(zend_string *payload, bool final, uint8_t opcode)
{
	zend_object *object = frame_create(wschat_ce_frame);
	struct frame *frame = frame_from(object);

	wschat_wire_build(&frame->wire, payload, (final ? WSCHAT_WIRE_FIN : 0) + opcode);
	frame_show(frame);
	return object;
}

/* ---- missing bytes ------------------------------------------------------- */

/* What the factory makes of `text`, an object in *exception. false: it failed,
 * and that is the pending exception. */
static bool frame_exception(struct frame *frame, const char *text, zval *exception)
{
	zend_fcall_info call;
	zend_fcall_info_cache cache;
	char *error = NULL;
	zval factory, argument;
	bool called = false;

	/* The factory may construct this frame anew and lose itself by it. */
	ZVAL_COPY(&factory, &frame->factory);
	ZVAL_UNDEF(exception);
	if (zend_fcall_info_init(&factory, 0, &call, &cache, NULL, &error) == SUCCESS) {
		ZVAL_STRING(&argument, text);
		called = wschat_gate_call(&call, &cache, 1, &argument, exception);
		zval_ptr_dtor(&argument);
	} else {
		zend_type_error("The exception factory must be a valid callback, %s", error ? error : "it is none");
	}
	if (error) {
		efree(error);
	}
	zval_ptr_dtor(&factory);
	if (called && Z_TYPE_P(exception) == IS_OBJECT) {
		return true;
	}
	zval_ptr_dtor(exception);
	if (called) {
		zend_throw_error(NULL, "Can only throw objects");
	}
	return false;
}

/* Always false, so that it can end a condition. */
static bool frame_underflow(struct frame *frame, const char *text)
{
	zval exception;

	if (Z_TYPE(frame->factory) == IS_UNDEF) {
		zend_throw_exception(spl_ce_UnderflowException, text, 0);
	} else if (frame_exception(frame, text, &exception)) {
		zend_throw_exception_object(&exception);
	}
	return false;
}

/* The frame_demand_ functions: true, or an exception says what is missing. */

static bool frame_demand_first(struct frame *frame, const char *text)
{
	return frame->wire.first != WSCHAT_WIRE_UNKNOWN || frame_underflow(frame, text);
}

static bool frame_demand_second(struct frame *frame, struct wschat_shape *shape)
{
	return wschat_wire_measure(&frame->wire, shape) || frame_underflow(frame, missing_second);
}

static bool frame_demand_length(struct frame *frame, struct wschat_shape *shape)
{
	return frame_demand_second(frame, shape) && (shape->sized || frame_underflow(frame, missing_length));
}

static bool frame_demand_mask_bit(struct frame *frame, struct wschat_shape *shape)
{
	char text[96];

	if (wschat_wire_measure(&frame->wire, shape)) {
		return true;
	}
	snprintf(text, sizeof(text), "Not enough bytes received (%zu) to determine if mask is set",
	         wschat_wire_size(&frame->wire));
	return frame_underflow(frame, text);
}

static bool frame_demand_key(struct frame *frame, const struct wschat_shape *shape)
{
	return wschat_wire_size(&frame->wire) >= shape->start ||
	       frame_underflow(frame, "Not enough data buffered to calculate the masking key");
}

/* Ratchet asks for the length and swallows the UnderflowException that comes
 * of it. That shows only where the script makes the exception, and comes
 * through where it makes one of another kind: then the result is false. */
static bool frame_look(struct frame *frame, struct wschat_shape *shape)
{
	bool measured = wschat_wire_measure(&frame->wire, shape);
	zval exception;

	if (shape->sized || Z_TYPE(frame->factory) == IS_UNDEF) {
		return true;
	}
	if (!frame_exception(frame, measured ? missing_length : missing_second, &exception)) {
		return false;
	}
	if (!instanceof_function(Z_OBJCE(exception), spl_ce_UnderflowException)) {
		zend_throw_exception_object(&exception);
		return false;
	}
	zval_ptr_dtor(&exception);
	return true;
}

static bool frame_demand_all(struct frame *frame, struct wschat_shape *shape, const char *text)
{
	return frame_look(frame, shape) && (shape->complete || frame_underflow(frame, text));
}

/* ---- for the rest of the binding ----------------------------------------- */

bool wschat_frame_coalesced(zend_object *object, bool *coalesced)
{
	struct wschat_shape shape;

	if (!frame_look(frame_from(object), &shape)) {
		return false;
	}
	*coalesced = shape.complete;
	return true;
}

bool wschat_frame_final(zend_object *object, bool *final)
{
	struct frame *frame = frame_from(object);

	if (!frame_demand_first(frame, missing_final)) {
		return false;
	}
	*final = (frame->wire.first & WSCHAT_WIRE_FIN) != 0;
	return true;
}

bool wschat_frame_rsv1(zend_object *object, bool *rsv1)
{
	struct frame *frame = frame_from(object);

	if (!frame_demand_first(frame, missing_reserved)) {
		return false;
	}
	*rsv1 = (frame->wire.first & WSCHAT_WIRE_RSV1) != 0;
	return true;
}

bool wschat_frame_opcode(zend_object *object, zend_long *opcode)
{
	struct frame *frame = frame_from(object);

	if (!frame_demand_first(frame, "Not enough bytes received to determine opcode")) {
		return false;
	}
	*opcode = frame->wire.first & ~(zend_long) 0xf0;
	return true;
}

bool wschat_frame_length(zend_object *object, zend_long *length)
{
	struct wschat_shape shape;

	if (!frame_demand_length(frame_from(object), &shape)) {
		return false;
	}
	*length = shape.length;
	return true;
}

/* As much of the payload as is there, unmasked. */
static zend_string *frame_text(struct frame *frame)
{
	struct wschat_wire *wire = &frame->wire;
	struct wschat_shape shape;
	zend_string *text;

	if (wire->payload) {
		return zend_string_copy(wire->payload);
	}
	if (!frame_demand_length(frame, &shape) || (shape.masked && !frame_demand_key(frame, &shape))) {
		return NULL;
	}
	if (shape.arrived == 0) {
		return ZSTR_EMPTY_ALLOC();
	}
	if (!shape.masked) {
		return zend_string_init(wschat_wire_body(wire, &shape), shape.arrived, 0);
	}
	text = zend_string_alloc(shape.arrived, 0);
	wschat_wire_xor(ZSTR_VAL(text), wschat_wire_body(wire, &shape), shape.arrived, wschat_wire_key(wire, &shape),
	                WSCHAT_WIRE_KEY_SIZE);
	ZSTR_VAL(text)[shape.arrived] = '\0';
	return text;
}

zend_string *wschat_frame_payload(zend_object *object)
{
	struct wschat_shape shape;

	if (!frame_demand_all(frame_from(object), &shape, missing_payload)) {
		return NULL;
	}
	return frame_text(frame_from(object));
}

zend_string *wschat_frame_contents(zend_object *object)
{
	struct wschat_wire *wire = &frame_from(object)->wire;
	struct wschat_shape shape;
	size_t size;

	if (!frame_demand_length(frame_from(object), &shape)) {
		return NULL;
	}
	wschat_wire_to_raw(wire);
	size = MIN(shape.start + shape.arrived, ZSTR_LEN(wire->bytes));
	if (size == ZSTR_LEN(wire->bytes)) {
		return zend_string_copy(wire->bytes);
	}
	return zend_string_init(ZSTR_VAL(wire->bytes), size, 0);
}

bool wschat_frame_plain(zend_object *object, uint8_t *opcode, zend_string **payload)
{
	const struct wschat_wire *wire = &frame_from(object)->wire;

	if (!wire->payload || (wire->first != (WSCHAT_WIRE_FIN | 1) && wire->first != (WSCHAT_WIRE_FIN | 2))) {
		return false;
	}
	*opcode = (uint8_t) (wire->first & 0x0f);
	*payload = wire->payload;
	return true;
}

const struct wschat_wire *wschat_frame_demand(zend_object *object, struct wschat_shape *shape, const char *text)
{
	struct frame *frame = frame_from(object);

	return frame_demand_all(frame, shape, text) ? &frame->wire : NULL;
}

void wschat_frame_remask(zend_object *object, const struct wschat_shape *shape, const char *key)
{
	struct frame *frame = frame_from(object);

	frame_hide(frame);
	wschat_wire_remask(&frame->wire, shape, key);
	frame_show(frame);
}

/* ---- methods ------------------------------------------------------------- */
/* More arguments than declared are ignored, so nothing is parsed where none is
 * declared. A method that returns early has an exception pending. */

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, __construct)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	zval *payload = NULL, *final = NULL, *opcode = NULL;
	zend_fcall_info call = empty_fcall_info;
	zend_fcall_info_cache cache = empty_fcall_info_cache;
	zend_string *bytes;
	zend_ulong first = 1;
	zval old;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "|zzzf!", &payload, &final, &opcode, &call, &cache) == FAILURE) {
		RETURN_THROWS();
	}
	/* The callable is resolved again at each call, as call_user_func() does. */
	ZVAL_COPY_VALUE(&old, &frame->factory);
	ZVAL_UNDEF(&frame->factory);
	if (ZEND_FCI_INITIALIZED(call)) {
		ZVAL_COPY(&frame->factory, &call.function_name);
	}
	zval_ptr_dtor(&old);

	if (!payload || Z_TYPE_P(payload) == IS_NULL) {
		return;
	}
	if (!wschat_messaging_string(payload, 1, "?string", &bytes) ||
	    (opcode && !wschat_messaging_long(opcode, (zend_long *) &first))) {
		RETURN_THROWS();
	}
	/* Unsigned, because it wraps for an opcode near the largest integer. */
	first += !final || zend_is_true(final) ? WSCHAT_WIRE_FIN : 0;
	frame_hide(frame);
	wschat_wire_build(&frame->wire, zend_string_copy(bytes), (zend_long) first);
	frame_show(frame);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isCoalesced)
{
	bool coalesced;

	if (wschat_frame_coalesced(Z_OBJ_P(ZEND_THIS), &coalesced)) {
		RETVAL_BOOL(coalesced);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, addBuffer)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	zend_string *bytes;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == FAILURE ||
	    !wschat_messaging_string(value, 1, "string", &bytes)) {
		RETURN_THROWS();
	}
	frame_hide(frame);
	wschat_wire_append(&frame->wire, bytes);
	frame_show(frame);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isFinal)
{
	bool final;

	if (wschat_frame_final(Z_OBJ_P(ZEND_THIS), &final)) {
		RETVAL_BOOL(final);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, setRsv1)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	zval *value = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &value) == FAILURE) {
		RETURN_THROWS();
	}
	if (wschat_wire_size(&frame->wire) == 0) {
		zend_throw_exception(spl_ce_UnderflowException, "Cannot set Rsv1 because there is no data.", 0);
		RETURN_THROWS();
	}
	/* An absurd opcode can make the first byte the one that stands for unknown. */
	if (!frame_demand_first(frame, missing_final)) {
		RETURN_THROWS();
	}
	frame_hide(frame);
	wschat_wire_set_rsv1(&frame->wire, !value || zend_is_true(value));
	frame_show(frame);
	RETURN_COPY(ZEND_THIS);
}

static void frame_return_rsv(zval *return_value, zend_object *object, int bit)
{
	struct frame *frame = frame_from(object);

	if (frame_demand_first(frame, missing_reserved)) {
		ZVAL_BOOL(return_value, (frame->wire.first & bit) != 0);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv1)
{
	frame_return_rsv(return_value, Z_OBJ_P(ZEND_THIS), WSCHAT_WIRE_RSV1);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv2)
{
	frame_return_rsv(return_value, Z_OBJ_P(ZEND_THIS), WSCHAT_WIRE_RSV2);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getRsv3)
{
	frame_return_rsv(return_value, Z_OBJ_P(ZEND_THIS), WSCHAT_WIRE_RSV3);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, isMasked)
{
	struct wschat_shape shape;

	if (frame_demand_mask_bit(frame_from(Z_OBJ_P(ZEND_THIS)), &shape)) {
		RETVAL_BOOL(shape.masked);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getMaskingKey)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	struct wschat_shape shape;

	if (!frame_demand_mask_bit(frame, &shape)) {
		RETURN_THROWS();
	}
	if (!shape.masked) {
		RETURN_EMPTY_STRING();
	}
	if (frame_demand_key(frame, &shape)) {
		RETVAL_STRINGL(wschat_wire_key(&frame->wire, &shape), WSCHAT_WIRE_KEY_SIZE);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getOpcode)
{
	zend_long opcode;

	if (wschat_frame_opcode(Z_OBJ_P(ZEND_THIS), &opcode)) {
		RETVAL_LONG(opcode);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getFirstPayloadVal)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	struct wschat_shape shape;

	if (frame_demand_second(frame, &shape)) {
		RETVAL_LONG(wschat_wire_second(&frame->wire) & 127);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBits)
{
	struct wschat_shape shape;

	if (frame_demand_second(frame_from(Z_OBJ_P(ZEND_THIS)), &shape)) {
		RETVAL_LONG(shape.field * 8 - 1);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getNumPayloadBytes)
{
	struct wschat_shape shape;

	if (frame_demand_second(frame_from(Z_OBJ_P(ZEND_THIS)), &shape)) {
		RETVAL_LONG(shape.field);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayloadLength)
{
	zend_long length;

	if (wschat_frame_length(Z_OBJ_P(ZEND_THIS), &length)) {
		RETVAL_LONG(length);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayloadStartingByte)
{
	struct wschat_shape shape;

	if (frame_demand_second(frame_from(Z_OBJ_P(ZEND_THIS)), &shape)) {
		RETVAL_LONG((zend_long) shape.start);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getPayload)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_shape shape;
	zend_string *payload;
	zval text;

	/* As in Ratchet, a subclass that changes __toString() changes this too. */
	if (!wschat_messaging_overrides(object, ZEND_STRL("__tostring"))) {
		payload = wschat_frame_payload(object);
		if (payload) {
			RETVAL_STR(payload);
		}
	} else if (frame_demand_all(frame_from(object), &shape, missing_payload)) {
		if (wschat_gate_call_method(object, ZEND_STRL("__tostring"), 0, NULL, &text)) {
			RETURN_COPY_VALUE(&text);
		}
		zval_ptr_dtor(&text);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, getContents)
{
	zend_string *contents = wschat_frame_contents(Z_OBJ_P(ZEND_THIS));

	if (contents) {
		RETVAL_STR(contents);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, __toString)
{
	zend_string *payload = frame_text(frame_from(Z_OBJ_P(ZEND_THIS)));

	if (payload) {
		RETVAL_STR(payload);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, extractOverflow)
{
	struct frame *frame = frame_from(Z_OBJ_P(ZEND_THIS));
	struct wschat_shape shape;
	size_t end, size = wschat_wire_size(&frame->wire);

	if (!frame_look(frame, &shape)) {
		RETURN_THROWS();
	}
	if (!shape.complete || size == shape.start + shape.arrived) {
		RETURN_EMPTY_STRING();
	}
	end = shape.start + shape.arrived;
	RETVAL_STRINGL(ZSTR_VAL(frame->wire.bytes) + end, size - end);
	frame_hide(frame);
	wschat_wire_cut(&frame->wire, end);
	frame_show(frame);
}
