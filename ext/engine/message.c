/* SPDX-License-Identifier: MIT
 *
 * L1: the receive machine. Bytes of a WebSocket connection go in, complete
 * messages, control frames or one failure come out; RFC 6455 sections 5 and 8.
 * It knows no descriptor and calls no hook but those for payload memory, so a
 * caller may do anything between two calls of wsc_message_next().
 *
 * Unmasking is the copy: a byte goes from the receive buffer through the mask
 * into the payload block of the message and is looked at for UTF-8 there. A
 * compressed one is unmasked where it lies and goes through inflate.c. So is a
 * short one that is there as a whole: it needs no block and no state.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A header may promise much more than ever arrives: no more than this is
 * reserved before as much has been received. */
#define FIRST_BLOCK (64 * 1024)

/* RFC 6455 5.5 */
#define CONTROL_MAX 125

/* Machines that are kept for the next message. */
#define POOL_MAX 64

/* A compressed message may grow so far whatever its ratio is. */
#define INFLATE_FREE (1024 * 1024)

void wsc_message_init(struct wsc_message *message)
{
	memset(message, 0, sizeof *message);
}

void wsc_message_allow_compression(struct wsc_message *message, uint8_t window_bits, bool takeover)
{
	message->window_bits = window_bits;
	message->takeover = takeover;
}

bool wsc_message_idle(const struct wsc_message *message)
{
	return message->opcode == 0 && !message->in_payload && message->header_length == 0 && !message->control &&
	       !message->fragments && !message->inflate;
}

struct wsc_message *wsc_message_take(struct wsc_message_pool *pool)
{
	struct wsc_message *message = pool->free;

	if (message) {
		pool->free = message->next;
		pool->free_count--;
	} else {
		message = wsc_malloc(sizeof *message);
	}
	if (message) {
		wsc_message_init(message);
	}
	return message;
}

void wsc_message_give(struct wsc_message_pool *pool, struct wsc_message *message)
{
	if (pool->free_count >= POOL_MAX) {
		free(message);
		return;
	}
	message->next = pool->free;
	pool->free = message;
	pool->free_count++;
}

void wsc_message_pool_dtor(struct wsc_message_pool *pool)
{
	while (pool->free) {
		struct wsc_message *message = pool->free;

		pool->free = message->next;
		free(message);
	}
	pool->free_count = 0;
}

/* The stream of a message without context takeover is part of what it takes. */
static void drop_inflate(struct wsc_message *message, const struct wsc_message_rules *rules)
{
	if (!message->inflate) {
		return;
	}
	if (message->takeover) {
		wsc_inflate_free(message->inflate);
	} else {
		wsc_inflate_give(rules->inflaters, message->inflate);
		rules->budget->used -= wsc_inflate_memory(WSC_WINDOW_BITS_MAX);
	}
	message->inflate = NULL;
}

/* The message has been handed out, or given up: nothing of it is ours any more. */
static void clear_message(struct wsc_message *message, const struct wsc_message_rules *rules)
{
	if (!message->takeover) {
		drop_inflate(message, rules);
	}
	rules->budget->used -= message->capacity;
	message->opcode = 0;
	message->utf8.state = 0;
	message->owner = NULL;
	message->bytes = NULL;
	message->capacity = 0;
	message->length = 0;
	message->fragment_count = 0;
	message->compressed = false;
	message->compressed_length = 0;
}

void wsc_message_dtor(struct wsc_message *message, const struct wsc_message_rules *rules)
{
	if (message->owner) {
		rules->hooks->payload_unref(rules->data, message->owner);
	}
	drop_inflate(message, rules);
	clear_message(message, rules);
	free(message->control);
	free(message->fragments);
	wsc_message_init(message);
}

static enum wsc_message_event fail(struct wsc_message_result *result, uint16_t code, const char *reason)
{
	result->code = code;
	result->reason = reason;
	return WSC_MESSAGE_FAILED;
}

static bool is_control(uint8_t opcode)
{
	return (opcode & 0x8) != 0;
}

/* What the first two bytes of a header can already tell; NULL: nothing wrong. */
static const char *judge_start(const struct wsc_message *message, const struct wsc_message_rules *rules)
{
	uint8_t opcode = message->header[0] & 0x0F;
	uint8_t reserved = message->header[0] & 0x70;
	bool fin = (message->header[0] & 0x80) != 0;
	bool masked = (message->header[1] & 0x80) != 0;
	uint8_t length = message->header[1] & 0x7F;

	/* RFC 7692 6.2: RSV1 on the first frame of a message says that it is compressed. */
	if (message->window_bits != 0 && !is_control(opcode) && opcode != WSC_OP_CONTINUATION) {
		reserved &= (uint8_t) ~0x40;
	}
	if (reserved != 0) {
		return "Ratchet detected an invalid reserve code";
	}
	if (masked == rules->from_server) {
		return "Ratchet detected an incorrect frame mask";
	}
	if (is_control(opcode)) {
		if (opcode > WSC_OP_PONG) {
			return "Ratchet detected an invalid OP code";
		}
		if (!fin || length > CONTROL_MAX) {
			return "Ratchet detected a mismatch between final bit and indicated payload length";
		}
		return NULL;
	}
	if (opcode > WSC_OP_BINARY) {
		return "Ratchet detected an invalid OP code";
	}
	if (opcode == WSC_OP_CONTINUATION && message->opcode == 0) {
		return "Ratchet detected the first frame of a message was a continue";
	}
	if (opcode != WSC_OP_CONTINUATION && message->opcode != 0) {
		return "Ratchet detected invalid OP code when expecting continue frame";
	}
	return NULL;
}

static bool record_fragment(struct wsc_message *message, uint64_t length)
{
	size_t index = message->fragment_count;

	if (index == message->fragment_room) {
		size_t room = index ? index * 2 : 4;
		uint64_t *grown = wsc_realloc(message->fragments, room * sizeof *grown);

		if (!grown) {
			return false;
		}
		message->fragments = grown;
		message->fragment_room = room;
	}
	message->fragments[index] = length;
	return true;
}

/*
 * How many bytes of a message may come over the wire. Compression makes it
 * longer where it can't make it shorter, by what a clumsy sender needs at most;
 * without a limit, empty blocks could come for ever.
 */
static uint64_t wire_limit(const struct wsc_message *message, const struct wsc_options *options)
{
	return message->compressed ? options->max_message_size + options->max_message_size / 8 + 64
	                           : options->max_message_size;
}

/* A data frame's header is complete: may its payload come? */
static enum wsc_message_event begin_data_frame(struct wsc_message *message, const struct wsc_message_rules *rules,
                                               struct wsc_message_result *result)
{
	const struct wsc_options *options = rules->options;
	uint64_t length = message->frame.length;
	uint64_t received = message->compressed ? message->compressed_length : message->length;
	uint64_t limit;
	uint64_t frame_limit;

	if (message->opcode == 0) {
		message->opcode = message->frame.opcode;
		message->compressed = message->frame.rsv != 0;
	}
	limit = wire_limit(message, options);
	frame_limit = options->max_frame_size != 0 ? options->max_frame_size : limit;
	if (length > frame_limit) {
		return fail(result, WSC_CLOSE_TOO_BIG, "Maximum frame size exceeded");
	}
	if (length > limit || length > limit - received) {
		return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
	}
	if (message->fragment_count >= options->max_fragments) {
		return fail(result, WSC_CLOSE_POLICY, "Maximum number of fragments exceeded");
	}
	if (message->fragment_count == 0) {
		/* All of a message or none; those of a compressed one say nothing of what is in it. */
		message->recording = message->want_fragments && !message->compressed;
	}
	if (message->recording && !record_fragment(message, message->frame.length)) {
		return fail(result, WSC_CLOSE_SERVER_ERROR, "Out of memory");
	}
	message->fragment_count++;
	return WSC_MESSAGE_MORE;
}

/* Collects the header; WSC_MESSAGE_MORE with in_payload unset: bytes are missing. */
static enum wsc_message_event read_header(struct wsc_message *message, const struct wsc_message_rules *rules,
                                          uint8_t **bytes, size_t *length, struct wsc_message_result *result)
{
	size_t wanted = message->header_length < 2 ? 2 : wsc_frame_header_size(message->header);

	/* Nearly always all of it is there, and more: one copy of a known size. */
	if (message->header_length == 0 && *length >= sizeof message->header) {
		const char *reason;

		memcpy(message->header, *bytes, sizeof message->header);
		reason = judge_start(message, rules);
		if (reason) {
			return fail(result, WSC_CLOSE_PROTOCOL, reason);
		}
		wanted = wsc_frame_header_size(message->header);
		message->header_length = (uint8_t) wanted;
		*bytes += wanted;
		*length -= wanted;
	}
	while (message->header_length < wanted) {
		size_t missing = wanted - message->header_length;
		size_t count = *length < missing ? *length : missing;

		if (count == 0) {
			return WSC_MESSAGE_MORE;
		}
		memcpy(message->header + message->header_length, *bytes, count);
		message->header_length += (uint8_t) count;
		*bytes += count;
		*length -= count;
		if (wanted == 2 && message->header_length == 2) {
			const char *reason = judge_start(message, rules);

			if (reason) {
				return fail(result, WSC_CLOSE_PROTOCOL, reason);
			}
			wanted = wsc_frame_header_size(message->header);
		}
	}
	if (!wsc_frame_decode(message->header, &message->frame)) {
		return fail(result, WSC_CLOSE_PROTOCOL, "Invalid frame length");
	}
	message->header_length = 0;
	message->frame_received = 0;
	message->in_payload = true;
	if (is_control(message->frame.opcode)) {
		return WSC_MESSAGE_MORE;
	}
	return begin_data_frame(message, rules, result);
}

/* A control frame that lies whole in the input is unmasked there; one that a
 * read has cut is collected in a block of its own. */
static enum wsc_message_event read_control(struct wsc_message *message, uint8_t **bytes, size_t *length,
                                           struct wsc_message_result *result)
{
	size_t size = (size_t) message->frame.length;
	size_t missing = size - (size_t) message->frame_received;
	size_t count = *length < missing ? *length : missing;
	uint8_t *payload = *bytes;

	if (message->frame_received > 0 || count < size) {
		if (!message->control) {
			message->control = wsc_malloc(CONTROL_MAX);
			if (!message->control) {
				return fail(result, WSC_CLOSE_SERVER_ERROR, "Out of memory");
			}
		}
		memcpy(message->control + message->frame_received, *bytes, count);
		payload = message->control;
	}
	message->frame_received += count;
	*bytes += count;
	*length -= count;
	if (message->frame_received < size) {
		return WSC_MESSAGE_MORE;
	}
	wsc_frame_unmask(payload, payload, size, message->frame.key, 0);
	message->in_payload = false;
	result->opcode = message->frame.opcode;
	result->bytes = payload;
	result->length = size;
	return WSC_MESSAGE_CONTROL;
}

/* May all unfinished messages together take so many bytes more? */
static bool within_budget(const struct wsc_message *message, const struct wsc_message_rules *rules, size_t more)
{
	while (rules->budget->used + more > rules->options->max_receive_bytes) {
		if (!rules->budget->make_room || !rules->budget->make_room(rules->budget, message)) {
			return false;
		}
	}
	return true;
}

/* Room for `wanted` bytes in the payload block. */
static bool reserve(struct wsc_message *message, const struct wsc_message_rules *rules, size_t wanted)
{
	char *bytes;
	void *owner;

	if (wanted <= message->capacity) {
		return true;
	}
	if (!within_budget(message, rules, wanted - message->capacity)) {
		return false;
	}
	if (message->owner) {
		owner = rules->hooks->payload_resize(rules->data, message->owner, wanted, &bytes);
	} else {
		owner = rules->hooks->payload_alloc(rules->data, wanted, &bytes);
	}
	if (!owner) {
		return false;
	}
	rules->budget->used += wanted - message->capacity;
	message->owner = owner;
	message->bytes = bytes;
	message->capacity = wanted;
	return true;
}

/*
 * How large the block has to be for the next `count` bytes. What the frame
 * promises is believed in two steps: 64 KiB, and the rest once they have come.
 * A fragmented message grows by doubling, as nobody says how long it will be.
 */
static size_t block_size(const struct wsc_message *message, const struct wsc_message_rules *rules, size_t count)
{
	uint64_t promised = message->length + (message->frame.length - message->frame_received);
	uint64_t size = promised;

	if (promised > FIRST_BLOCK && message->length + count < FIRST_BLOCK) {
		size = FIRST_BLOCK;
	}
	if (message->fragment_count > 1 && size < (uint64_t) message->capacity * 2) {
		size = (uint64_t) message->capacity * 2;
	}
	if (size > rules->options->max_message_size) {
		size = rules->options->max_message_size;
	}
	return size < SIZE_MAX / 2 ? (size_t) size : SIZE_MAX / 2;
}

/* Hands the assembled message over to the caller. */
static enum wsc_message_event deliver(struct wsc_message *message, const struct wsc_message_rules *rules,
                                      struct wsc_message_result *result)
{
	struct wsc_payload *payload = &result->payload;

	payload->owner = message->owner;
	payload->bytes = message->bytes;
	payload->length = message->length;
	payload->opcode = message->opcode;
	payload->fragments = message->recording ? message->fragments : NULL;
	payload->fragment_count = message->compressed ? 1 : message->fragment_count;
	clear_message(message, rules);
	return WSC_MESSAGE_COMPLETE;
}

/* New bytes of the message stand at its end. */
static bool take_bytes(struct wsc_message *message, size_t count)
{
	const uint8_t *bytes = (const uint8_t *) message->bytes + message->length;

	message->length += count;
	return message->opcode != WSC_OP_TEXT || wsc_utf8_feed(&message->utf8, bytes, count);
}

static enum wsc_message_event fail_utf8(struct wsc_message_result *result)
{
	return fail(result, WSC_CLOSE_BAD_PAYLOAD, "Ratchet detected an invalid UTF-8 payload");
}

/* The last frame is complete. */
static enum wsc_message_event end_message(struct wsc_message *message, const struct wsc_message_rules *rules,
                                          struct wsc_message_result *result)
{
	return wsc_utf8_complete(&message->utf8) ? deliver(message, rules, result) : fail_utf8(result);
}

/* ---- compressed messages --------------------------------------------------------- */

static enum wsc_message_event open_inflate(struct wsc_message *message, const struct wsc_message_rules *rules,
                                           struct wsc_message_result *result)
{
	size_t memory = wsc_inflate_memory(WSC_WINDOW_BITS_MAX);

	if (message->inflate) {
		return WSC_MESSAGE_MORE;
	}
	if (message->takeover) {
		message->inflate = wsc_inflate_new(message->window_bits);
	} else if (within_budget(message, rules, memory)) {
		message->inflate = wsc_inflate_take(rules->inflaters);
		rules->budget->used += message->inflate ? memory : 0;
	} else {
		return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
	}
	return message->inflate ? WSC_MESSAGE_MORE : fail(result, WSC_CLOSE_SERVER_ERROR, "Out of memory");
}

/* How long the message may become, after what has come of it so far. */
static uint64_t inflate_limit(const struct wsc_message *message, const struct wsc_options *options)
{
	uint64_t ratio = options->max_inflate_ratio;
	uint64_t limit = options->max_message_size;

	if (ratio != 0 && limit > INFLATE_FREE && limit / ratio > message->compressed_length) {
		limit = ratio * message->compressed_length;
		limit = limit > INFLATE_FREE ? limit : INFLATE_FREE;
	}
	return limit;
}

/* Makes the block larger, up to the limit: four times what has come at first,
 * then by doubling. */
static bool grow(struct wsc_message *message, const struct wsc_message_rules *rules, uint64_t limit)
{
	uint64_t size = message->capacity ? (uint64_t) message->capacity * 2 : message->compressed_length * 4 + 64;

	if (!message->capacity && size > FIRST_BLOCK) {
		size = FIRST_BLOCK;
	}
	size = size < limit ? size : limit;
	return reserve(message, rules, size < SIZE_MAX / 2 ? (size_t) size : SIZE_MAX / 2);
}

/* Into the room that the block has left. At the limit one byte beyond it is
 * asked for, outside the block: there must be none. */
static enum wsc_inflate_status inflate_some(struct wsc_message *message, uint64_t limit, const uint8_t **input,
                                            size_t *length, bool *valid)
{
	uint8_t beyond;
	uint8_t *output = &beyond;
	size_t room = 1;
	size_t offered;
	enum wsc_inflate_status status;

	if (message->length < limit) {
		output = (uint8_t *) message->bytes + message->length;
		room = message->capacity - message->length;
		room = room < limit - message->length ? room : (size_t) (limit - message->length);
	}
	offered = room;
	status = wsc_inflate_feed(message->inflate, input, length, &output, &room);
	*valid = true;
	if (message->length < limit) {
		*valid = take_bytes(message, offered - room);
	} else if (room < offered) {
		message->length++; /* the byte that is too much */
	}
	return status;
}

static enum wsc_message_event inflate_bytes(struct wsc_message *message, const struct wsc_message_rules *rules,
                                            const uint8_t *input, size_t length, struct wsc_message_result *result)
{
	uint64_t limit = inflate_limit(message, rules->options);
	enum wsc_inflate_status status;
	bool valid;

	do {
		if (message->length == message->capacity && message->length < limit && !grow(message, rules, limit)) {
			return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
		}
		status = inflate_some(message, limit, &input, &length, &valid);
		if (message->length > limit) {
			return fail(result, WSC_CLOSE_TOO_BIG,
			            limit < rules->options->max_message_size ? "Maximum compression ratio exceeded"
			                                                     : "Maximum message size exceeded");
		}
		if (!valid) {
			return fail_utf8(result);
		}
	} while (status == WSC_INFLATE_FULL);
	if (status == WSC_INFLATE_BAD) {
		return fail(result, WSC_CLOSE_BAD_PAYLOAD, "Invalid compressed data");
	}
	return status == WSC_INFLATE_NOMEM ? fail(result, WSC_CLOSE_SERVER_ERROR, "Out of memory") : WSC_MESSAGE_MORE;
}

/* A script may keep the message for long: it gets no more than it needs. */
static void give_back_room(struct wsc_message *message, const struct wsc_message_rules *rules)
{
	char *bytes;
	void *owner;

	if (message->length == 0 || message->capacity - message->length < message->capacity / 4) {
		return;
	}
	owner = rules->hooks->payload_resize(rules->data, message->owner, message->length, &bytes);
	if (owner) {
		rules->budget->used -= message->capacity - message->length;
		message->owner = owner;
		message->bytes = bytes;
		message->capacity = message->length;
	}
}

static enum wsc_message_event read_compressed(struct wsc_message *message, const struct wsc_message_rules *rules,
                                              uint8_t *bytes, size_t count, struct wsc_message_result *result)
{
	enum wsc_message_event event = open_inflate(message, rules, result);

	if (event != WSC_MESSAGE_MORE) {
		return event;
	}
	wsc_frame_unmask(bytes, bytes, count, message->frame.key, (size_t) message->frame_received);
	message->frame_received += count;
	message->compressed_length += count;
	if (count > 0) {
		event = inflate_bytes(message, rules, bytes, count, result);
	}
	if (event != WSC_MESSAGE_MORE || message->frame_received < message->frame.length) {
		return event;
	}
	message->in_payload = false;
	if (!message->frame.fin) {
		return WSC_MESSAGE_MORE;
	}
	if (!wsc_inflate_end(message->inflate)) {
		return fail(result, WSC_CLOSE_BAD_PAYLOAD, "Invalid compressed data");
	}
	give_back_room(message, rules);
	return end_message(message, rules, result);
}

/* ---- … and all others --------------------------------------------------------------- */

static enum wsc_message_event read_plain(struct wsc_message *message, const struct wsc_message_rules *rules,
                                         const uint8_t *bytes, size_t count, struct wsc_message_result *result)
{
	if (count > 0) {
		uint8_t *target;

		if (message->length + count > message->capacity &&
		    (!reserve(message, rules, block_size(message, rules, count)) ||
		     message->length + count > message->capacity)) {
			return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
		}
		target = (uint8_t *) message->bytes + message->length;
		wsc_frame_unmask(target, bytes, count, message->frame.key, (size_t) message->frame_received);
		message->frame_received += count;
		if (!take_bytes(message, count)) {
			return fail_utf8(result);
		}
	}
	if (message->frame_received < message->frame.length) {
		return WSC_MESSAGE_MORE;
	}
	message->in_payload = false;
	return message->frame.fin ? end_message(message, rules, result) : WSC_MESSAGE_MORE;
}

static enum wsc_message_event read_data(struct wsc_message *message, const struct wsc_message_rules *rules,
                                        uint8_t **bytes, size_t *length, struct wsc_message_result *result)
{
	uint64_t missing = message->frame.length - message->frame_received;
	size_t count = *length < missing ? *length : (size_t) missing;
	uint8_t *payload = *bytes;

	*bytes += count;
	*length -= count;
	return message->compressed ? read_compressed(message, rules, payload, count, result)
	                           : read_plain(message, rules, payload, count, result);
}

/* Unmasks what is short, behind its key, in one pass that sees whether it is ASCII. */
static inline bool unmask_short(uint8_t *bytes, size_t length)
{
	const uint8_t *key = bytes - WSC_FRAME_MASK_SIZE;
	uint32_t key32;
	uint64_t key64;
	uint64_t word;
	uint64_t all = 0;
	size_t i = 0;

	memcpy(&key32, key, sizeof key32);
	key64 = (uint64_t) key32 << 32 | key32;
	for (; length - i >= sizeof word; i += sizeof word) {
		memcpy(&word, bytes + i, sizeof word);
		word ^= key64;
		memcpy(bytes + i, &word, sizeof word);
		all |= word;
	}
	for (; i < length; i++) {
		bytes[i] ^= key[i % WSC_FRAME_MASK_SIZE];
		all |= bytes[i];
	}
	return (all & UINT64_C(0x8080808080808080)) == 0;
}

static bool unmask_whole(uint8_t *bytes, size_t length)
{
	if (length <= CONTROL_MAX) {
		return unmask_short(bytes, length);
	}
	wsc_frame_unmask(bytes, bytes, length, bytes - WSC_FRAME_MASK_SIZE, 0);
	return false;
}

static bool is_text(const uint8_t *bytes, size_t length)
{
	struct wsc_utf8 utf8 = {0};

	return wsc_utf8_feed(&utf8, bytes, length) && wsc_utf8_complete(&utf8);
}

enum wsc_message_event wsc_message_lend(const struct wsc_message_rules *rules, uint8_t **bytes, size_t *length,
                                        struct wsc_message_result *result)
{
	uint8_t *frame = *bytes;
	uint8_t *payload;
	uint8_t opcode;
	size_t size;

	if (*length < WSC_FRAME_SHORT_HEADER) {
		return WSC_MESSAGE_MORE;
	}
	opcode = frame[0] & 0x7F;
	if (opcode == frame[0] || (opcode != WSC_OP_TEXT && opcode != WSC_OP_BINARY) || (frame[1] & 0x80) == 0) {
		return WSC_MESSAGE_MORE;
	}
	size = frame[1] & 0x7F;
	payload = frame + WSC_FRAME_SHORT_HEADER;
	if (size > 125) {
		size_t extended = (size_t) frame[2] << 8 | frame[3];

		if (size == 127 || extended <= 125 || *length < WSC_FRAME_SHORT_HEADER + 2) {
			return WSC_MESSAGE_MORE;
		}
		size = extended;
		payload += 2;
	}
	if (size > rules->lend_max || size > *length - (size_t) (payload - frame)) {
		return WSC_MESSAGE_MORE;
	}
	*bytes = payload + size;
	*length -= (size_t) (*bytes - frame);
	if (!unmask_whole(payload, size) && opcode == WSC_OP_TEXT && !is_text(payload, size)) {
		return fail_utf8(result);
	}
	result->payload.owner = NULL;
	result->payload.bytes = (char *) payload;
	result->payload.length = size;
	result->payload.opcode = opcode;
	result->payload.fragments = NULL;
	result->payload.fragment_count = 1;
	return WSC_MESSAGE_COMPLETE;
}

enum wsc_message_event wsc_message_next(struct wsc_message *message, const struct wsc_message_rules *rules,
                                        uint8_t **bytes, size_t *length, struct wsc_message_result *result)
{
	for (;;) {
		enum wsc_message_event event;

		if (!message->in_payload) {
			event = read_header(message, rules, bytes, length, result);
			if (event != WSC_MESSAGE_MORE || !message->in_payload) {
				return event;
			}
		}
		if (is_control(message->frame.opcode)) {
			event = read_control(message, bytes, length, result);
		} else {
			event = read_data(message, rules, bytes, length, result);
		}
		if (event != WSC_MESSAGE_MORE || message->in_payload) {
			return event;
		}
	}
}
