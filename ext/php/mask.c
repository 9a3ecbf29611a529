/* SPDX-License-Identifier: MIT
 *
 * Masking (RFC 6455 section 5.3) as methods of Ratchet\RFC6455\Messaging\Frame:
 * a server needs it only for what a script does with frames itself, for what
 * comes from a client the engine has unmasked already.
 *
 * Refuses keys that are not 4 bytes of ASCII, as Ratchet does. User code runs
 * where a subclass overrides generateMaskingKey() and in what frame.c says.
 */
#include "messaging.h"

#include "compat.h"
#include "gate.h"
#include "wire.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

static const char missing_to_mask[] = "Frame must be coalesced before applying mask";

/* Ratchet's keys are printable and its maskPayload() takes none but ASCII; what
 * that costs against 32 random bits is the price of compatibility. */
static zend_string *mask_random_key(void)
{
	zend_string *key = zend_string_alloc(WSCHAT_WIRE_KEY_SIZE, 0);
	uint8_t random[4 * WSCHAT_WIRE_KEY_SIZE];
	size_t used = sizeof(random);
	size_t filled = 0;

	while (filled < WSCHAT_WIRE_KEY_SIZE) {
		if (used == sizeof(random)) {
			if (php_random_bytes_throw(random, sizeof(random)) == FAILURE) {
				zend_string_efree(key);
				return NULL;
			}
			used = 0;
		}
		/* Throwing away what is out of range keeps the rest equally likely. */
		random[used] &= 0x7f;
		if (random[used] >= 32 && random[used] <= 126) {
			ZSTR_VAL(key)[filled++] = (char) random[used];
		}
		used++;
	}
	ZSTR_VAL(key)[WSCHAT_WIRE_KEY_SIZE] = '\0';
	return key;
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, generateMaskingKey)
{
	zend_string *key = mask_random_key();

	if (key) {
		RETVAL_STR(key);
	}
}

/* The argument of maskPayload() or what stands for it: a new reference. */
static zend_string *mask_choose_key(zend_object *object, zval *value)
{
	zend_string *key = NULL;
	zval made;

	if (value && Z_TYPE_P(value) != IS_NULL) {
		return wschat_messaging_string(value, 1, "?string", &key) ? zend_string_copy(key) : NULL;
	}
	if (!wschat_messaging_overrides(object, ZEND_STRL("generatemaskingkey"))) {
		return mask_random_key();
	}
	if (wschat_gate_call_method(object, ZEND_STRL("generatemaskingkey"), 0, NULL, &made)) {
		key = zval_try_get_string(&made);
	}
	zval_ptr_dtor(&made);
	return key;
}

static bool mask_check_key(const zend_string *key)
{
	size_t i;

	if (ZSTR_LEN(key) != WSCHAT_WIRE_KEY_SIZE) {
		zend_throw_exception(spl_ce_InvalidArgumentException, "Masking key must be 4 characters", 0);
		return false;
	}
	for (i = 0; i < ZSTR_LEN(key); i++) {
		if ((uint8_t) ZSTR_VAL(key)[i] > 0x7f) {
			zend_throw_exception(spl_ce_OutOfBoundsException, "Masking key MUST be ASCII", 0);
			return false;
		}
	}
	return true;
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, maskPayload)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_shape shape;
	zend_string *key;
	zval *value = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &value) == FAILURE) {
		RETURN_THROWS();
	}
	key = mask_choose_key(object, value);
	if (!key) {
		RETURN_THROWS();
	}
	if (mask_check_key(key) && wschat_frame_demand(object, &shape, missing_to_mask)) {
		wschat_frame_remask(object, &shape, ZSTR_VAL(key));
		RETVAL_COPY(ZEND_THIS);
	}
	zend_string_release(key);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, unMaskPayload)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct wschat_shape shape;

	if (!wschat_frame_demand(object, &shape, missing_to_mask)) {
		RETURN_THROWS();
	}
	if (shape.masked) {
		wschat_frame_remask(object, &shape, NULL);
	}
	RETURN_COPY(ZEND_THIS);
}

ZEND_METHOD(Ratchet_RFC6455_Messaging_Frame, applyMask)
{
	const struct wschat_wire *wire;
	zval *key_value, *payload_value = NULL;
	zend_string *key, *payload = NULL, *result;
	struct wschat_shape shape;
	const char *src;
	size_t length;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "z|z", &key_value, &payload_value) == FAILURE) {
		RETURN_THROWS();
	}
	/* Both casts may run a __toString(): only then is the frame looked at. */
	if ((payload_value && Z_TYPE_P(payload_value) != IS_NULL &&
	     !wschat_messaging_string(payload_value, 2, "?string", &payload)) ||
	    !wschat_messaging_string(key_value, 1, "string", &key)) {
		RETURN_THROWS();
	}
	if (payload) {
		src = ZSTR_VAL(payload);
		length = ZSTR_LEN(payload);
	} else {
		wire = wschat_frame_demand(Z_OBJ_P(ZEND_THIS), &shape, "Frame must be coalesced to apply a mask");
		if (!wire) {
			RETURN_THROWS();
		}
		src = wschat_wire_body(wire, &shape);
		length = shape.arrived;
	}
	if (length == 0) {
		RETURN_EMPTY_STRING();
	}
	if (ZSTR_LEN(key) == 0) {
		zend_argument_value_error(1, "must be a non-empty string");
		RETURN_THROWS();
	}
	result = zend_string_alloc(length, 0);
	wschat_wire_xor(ZSTR_VAL(result), src, length, ZSTR_VAL(key), ZSTR_LEN(key));
	ZSTR_VAL(result)[length] = '\0';
	RETURN_STR(result);
}
