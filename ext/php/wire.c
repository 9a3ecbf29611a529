/* SPDX-License-Identifier: MIT
 *
 * The bytes of one Frame object: header encoded and decoded (RFC 6455 section
 * 5.2), mask put on and taken off (5.3). Works for a script that handles
 * frames itself; what comes from a socket is the engine's and never gets here.
 *
 * Refuses nothing: opcodes, reserved bits and lengths that are not minimal are
 * kept as they are, as Ratchet keeps them. Called by frame.c and message.c.
 */
#include "wire.h"

void wschat_wire_init(struct wschat_wire *wire)
{
	wire->payload = NULL;
	wire->bytes = NULL;
	wire->first = WSCHAT_WIRE_UNKNOWN;
}

void wschat_wire_copy(struct wschat_wire *to, const struct wschat_wire *from)
{
	to->payload = from->payload ? zend_string_copy(from->payload) : NULL;
	to->bytes = from->bytes ? zend_string_copy(from->bytes) : NULL;
	to->first = from->first;
}

void wschat_wire_dtor(struct wschat_wire *wire)
{
	if (wire->payload) {
		zend_string_release(wire->payload);
	}
	if (wire->bytes) {
		zend_string_release(wire->bytes);
	}
	wschat_wire_init(wire);
}

/* ---- reading ------------------------------------------------------------- */

size_t wschat_wire_header(char header[WSCHAT_WIRE_HEADER_MAX], uint8_t first, uint64_t length)
{
	size_t size = 2;
	int shift;

	header[0] = (char) first;
	if (length <= 125) {
		header[1] = (char) length;
		return size;
	}
	header[1] = length <= 65535 ? 126 : 127;
	for (shift = length <= 65535 ? 8 : 56; shift >= 0; shift -= 8) {
		header[size++] = (char) (length >> shift & 0xff);
	}
	return size;
}

size_t wschat_wire_size(const struct wschat_wire *wire)
{
	char header[WSCHAT_WIRE_HEADER_MAX];

	if (wire->payload) {
		return wschat_wire_header(header, 0, ZSTR_LEN(wire->payload)) + ZSTR_LEN(wire->payload);
	}
	return wire->bytes ? ZSTR_LEN(wire->bytes) : 0;
}

int wschat_wire_second(const struct wschat_wire *wire)
{
	char header[WSCHAT_WIRE_HEADER_MAX];

	if (wire->payload) {
		wschat_wire_header(header, 0, ZSTR_LEN(wire->payload));
		return (uint8_t) header[1];
	}
	return wschat_wire_size(wire) >= 2 ? (uint8_t) ZSTR_VAL(wire->bytes)[1] : WSCHAT_WIRE_UNKNOWN;
}

/* The length field; it is complete. */
static uint64_t wire_length(const struct wschat_wire *wire, int second, uint8_t field)
{
	uint64_t length = 0;
	uint8_t i;

	if (wire->payload) {
		return ZSTR_LEN(wire->payload);
	}
	if (field == 1) {
		return second & 127;
	}
	for (i = 2; i <= field; i++) {
		length = length << 8 | (uint8_t) ZSTR_VAL(wire->bytes)[i];
	}
	return length;
}

bool wschat_wire_measure(const struct wschat_wire *wire, struct wschat_shape *shape)
{
	int second = wschat_wire_second(wire);
	size_t size = wschat_wire_size(wire);

	shape->sized = shape->complete = false;
	if (second == WSCHAT_WIRE_UNKNOWN) {
		return false;
	}
	shape->masked = (second & 0x80) != 0;
	shape->field = (second & 127) < 126 ? 1 : (second & 127) == 126 ? 3 : 9;
	shape->start = 1 + shape->field + (shape->masked ? WSCHAT_WIRE_KEY_SIZE : 0);
	shape->length = WSCHAT_WIRE_UNKNOWN;
	shape->arrived = 0;
	if (size < (size_t) 1 + shape->field) {
		return true;
	}
	shape->sized = true;
	shape->length = (zend_long) wire_length(wire, second, shape->field);
	if (shape->length > 0 && size > shape->start) {
		shape->arrived = MIN(size - shape->start, (size_t) shape->length);
	}
	shape->complete = shape->length >= 0 && size >= shape->start && shape->arrived == (size_t) shape->length;
	return true;
}

const char *wschat_wire_body(const struct wschat_wire *wire, const struct wschat_shape *shape)
{
	return wire->payload ? ZSTR_VAL(wire->payload) : ZSTR_VAL(wire->bytes) + shape->start;
}

const char *wschat_wire_key(const struct wschat_wire *wire, const struct wschat_shape *shape)
{
	ZEND_ASSERT(shape->masked && wire->bytes && ZSTR_LEN(wire->bytes) >= shape->start);
	return ZSTR_VAL(wire->bytes) + shape->start - WSCHAT_WIRE_KEY_SIZE;
}

/* ---- changing ------------------------------------------------------------ */

void wschat_wire_build(struct wschat_wire *wire, zend_string *payload, zend_long first)
{
	wschat_wire_dtor(wire);
	wire->payload = payload;
	wire->first = first;
}

void wschat_wire_to_raw(struct wschat_wire *wire)
{
	char header[WSCHAT_WIRE_HEADER_MAX];
	size_t size;

	if (!wire->payload) {
		return;
	}
	size = wschat_wire_header(header, (uint8_t) wire->first, ZSTR_LEN(wire->payload));
	wire->bytes = zend_string_concat2(header, size, ZSTR_VAL(wire->payload), ZSTR_LEN(wire->payload));
	zend_string_release(wire->payload);
	wire->payload = NULL;
}

void wschat_wire_append(struct wschat_wire *wire, zend_string *bytes)
{
	size_t held;

	if (ZSTR_LEN(bytes) == 0) {
		return;
	}
	wschat_wire_to_raw(wire);
	if (!wire->bytes) {
		wire->bytes = zend_string_copy(bytes);
	} else {
		/* `bytes` may be the very string that is held. It has two owners then,
		 * so extending makes a new one and leaves it alone. */
		held = ZSTR_LEN(wire->bytes);
		wire->bytes = zend_string_extend(wire->bytes, zend_safe_address_guarded(1, ZSTR_LEN(bytes), held), 0);
		memcpy(ZSTR_VAL(wire->bytes) + held, ZSTR_VAL(bytes), ZSTR_LEN(bytes) + 1);
	}
	if (wire->first == WSCHAT_WIRE_UNKNOWN) {
		wire->first = (uint8_t) ZSTR_VAL(wire->bytes)[0];
	}
}

void wschat_wire_set_rsv1(struct wschat_wire *wire, bool set)
{
	wire->first = set ? wire->first | WSCHAT_WIRE_RSV1 : wire->first & ~(zend_long) WSCHAT_WIRE_RSV1;
	if (wire->bytes) {
		wire->bytes = zend_string_separate(wire->bytes, 0);
		ZSTR_VAL(wire->bytes)[0] = (char) wire->first;
	}
}

void wschat_wire_cut(struct wschat_wire *wire, size_t size)
{
	zend_string *bytes = zend_string_init(ZSTR_VAL(wire->bytes), size, 0);

	zend_string_release(wire->bytes);
	wire->bytes = bytes;
}

void wschat_wire_xor(char *dst, const char *src, size_t length, const char *key, size_t key_length)
{
	uint64_t pattern, word;
	size_t at, i = 0;

	if (key_length == WSCHAT_WIRE_KEY_SIZE) {
		memcpy(&pattern, key, WSCHAT_WIRE_KEY_SIZE);
		memcpy((char *) &pattern + WSCHAT_WIRE_KEY_SIZE, key, WSCHAT_WIRE_KEY_SIZE);
		for (; i + sizeof(word) <= length; i += sizeof(word)) {
			memcpy(&word, src + i, sizeof(word));
			word ^= pattern;
			memcpy(dst + i, &word, sizeof(word));
		}
	}
	/* The loop above has gone on by whole keys. */
	for (at = 0; i < length; i++) {
		dst[i] = src[i] ^ key[at];
		at = at + 1 < key_length ? at + 1 : 0;
	}
}

void wschat_wire_remask(struct wschat_wire *wire, const struct wschat_shape *shape, const char *key)
{
	const char *body = wschat_wire_body(wire, shape);
	const char *old = shape->masked ? wschat_wire_key(wire, shape) : NULL;
	size_t head = 1 + shape->field;
	size_t rest = wire->payload ? 0 : ZSTR_LEN(wire->bytes) - shape->start - shape->arrived; /* beyond the frame */
	zend_string *bytes = zend_string_alloc(head + (key ? WSCHAT_WIRE_KEY_SIZE : 0) + shape->arrived + rest, 0);
	char *out = ZSTR_VAL(bytes);
	char both[WSCHAT_WIRE_KEY_SIZE]; /* the old mask off and the new one on, in one go */
	int i;

	if (wire->payload) {
		wschat_wire_header(out, (uint8_t) wire->first, shape->arrived);
	} else {
		memcpy(out, ZSTR_VAL(wire->bytes), head);
	}
	out[1] = (char) ((out[1] & 0x7f) | (key ? 0x80 : 0));
	out += head;
	if (key) {
		memcpy(out, key, WSCHAT_WIRE_KEY_SIZE);
		out += WSCHAT_WIRE_KEY_SIZE;
	}
	for (i = 0; i < WSCHAT_WIRE_KEY_SIZE; i++) {
		both[i] = (char) ((key ? key[i] : 0) ^ (old ? old[i] : 0));
	}
	wschat_wire_xor(out, body, shape->arrived, both, sizeof(both));
	memcpy(out + shape->arrived, body + shape->arrived, rest);
	ZSTR_VAL(bytes)[ZSTR_LEN(bytes)] = '\0';

	if (wire->payload) {
		zend_string_release(wire->payload);
		wire->payload = NULL;
	} else {
		zend_string_release(wire->bytes);
	}
	wire->bytes = bytes;
}
