/* SPDX-License-Identifier: MIT
 *
 * L1: the receive machine. Bytes of a WebSocket connection go in, complete
 * messages, control frames or one failure come out; RFC 6455 sections 5 and 8.
 * It knows no descriptor and calls no hook but those for payload memory, so a
 * caller may do anything between two calls of wsc_message_next().
 *
 * Unmasking is the copy: a byte goes from the receive buffer through the mask
 * into the payload block of the message and is looked at for UTF-8 there.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A header may promise much more than ever arrives: no more than this is
 * reserved before as much has been received. */
#define FIRST_BLOCK (64 * 1024)

/* RFC 6455 5.5 */
#define CONTROL_MAX 125

void wsc_message_init(struct wsc_message *message)
{
	memset(message, 0, sizeof *message);
}

static void clear_message(struct wsc_message *message)
{
	message->opcode = 0;
	message->utf8.state = 0;
	message->owner = NULL;
	message->bytes = NULL;
	message->capacity = 0;
	message->length = 0;
	message->fragment_count = 0;
}

void wsc_message_dtor(struct wsc_message *message, const struct wsc_message_rules *rules)
{
	if (message->owner) {
		rules->hooks->payload_unref(rules->data, message->owner);
	}
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
static const char *judge_start(const struct wsc_message *message)
{
	uint8_t opcode = message->header[0] & 0x0F;
	bool fin = (message->header[0] & 0x80) != 0;
	bool masked = (message->header[1] & 0x80) != 0;
	uint8_t length = message->header[1] & 0x7F;

	if (message->header[0] & 0x70) {
		return "Ratchet detected an invalid reserve code";
	}
	if (!masked) {
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
		uint64_t *grown = realloc(message->fragments, room * sizeof *grown);

		if (!grown) {
			return false;
		}
		message->fragments = grown;
		message->fragment_room = room;
	}
	message->fragments[index] = length;
	return true;
}

/* A data frame's header is complete: may its payload come? */
static enum wsc_message_event begin_data_frame(struct wsc_message *message, const struct wsc_message_rules *rules,
                                               struct wsc_message_result *result)
{
	const struct wsc_options *options = rules->options;

	if (message->frame.length > options->max_message_size) {
		return fail(result, WSC_CLOSE_TOO_BIG, "Maximum frame size exceeded");
	}
	if (message->frame.length > options->max_message_size - message->length) {
		return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
	}
	if (message->fragment_count >= options->max_fragments) {
		return fail(result, WSC_CLOSE_POLICY, "Maximum number of fragments exceeded");
	}
	if (message->fragment_count == 0) {
		message->recording = rules->want_fragments; /* all of a message or none */
	}
	if (message->recording && !record_fragment(message, message->frame.length)) {
		return fail(result, WSC_CLOSE_SERVER_ERROR, "Out of memory");
	}
	if (message->opcode == 0) {
		message->opcode = message->frame.opcode;
	}
	message->fragment_count++;
	return WSC_MESSAGE_MORE;
}

/* Collects the header; WSC_MESSAGE_MORE with in_payload unset: bytes are missing. */
static enum wsc_message_event read_header(struct wsc_message *message, const struct wsc_message_rules *rules,
                                          uint8_t **bytes, size_t *length, struct wsc_message_result *result)
{
	size_t wanted = message->header_length < 2 ? 2 : wsc_frame_header_size(message->header);

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
			const char *reason = judge_start(message);

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
			message->control = malloc(CONTROL_MAX);
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

/* Room for `wanted` bytes in the payload block. */
static bool reserve(struct wsc_message *message, const struct wsc_message_rules *rules, size_t wanted)
{
	char *bytes;
	void *owner;

	if (wanted <= message->capacity) {
		return true;
	}
	if (message->owner) {
		owner = rules->hooks->payload_resize(rules->data, message->owner, wanted, &bytes);
	} else {
		owner = rules->hooks->payload_alloc(rules->data, wanted, &bytes);
	}
	if (!owner) {
		return false;
	}
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
static enum wsc_message_event deliver(struct wsc_message *message, struct wsc_message_result *result)
{
	struct wsc_payload *payload = &result->payload;

	payload->owner = message->owner;
	payload->bytes = message->bytes;
	payload->length = message->length;
	payload->opcode = message->opcode;
	payload->fragments = message->recording ? message->fragments : NULL;
	payload->fragment_count = message->fragment_count;
	clear_message(message);
	return WSC_MESSAGE_COMPLETE;
}

static enum wsc_message_event read_data(struct wsc_message *message, const struct wsc_message_rules *rules,
                                        uint8_t **bytes, size_t *length, struct wsc_message_result *result)
{
	uint64_t missing = message->frame.length - message->frame_received;
	size_t count = *length < missing ? *length : (size_t) missing;

	if (count > 0) {
		uint8_t *target;

		if (message->length + count > message->capacity &&
		    (!reserve(message, rules, block_size(message, rules, count)) ||
		     message->length + count > message->capacity)) {
			return fail(result, WSC_CLOSE_TOO_BIG, "Maximum message size exceeded");
		}
		target = (uint8_t *) message->bytes + message->length;
		wsc_frame_unmask(target, *bytes, count, message->frame.key, (size_t) message->frame_received);
		message->frame_received += count;
		message->length += count;
		*bytes += count;
		*length -= count;
		if (message->opcode == WSC_OP_TEXT && !wsc_utf8_feed(&message->utf8, target, count)) {
			return fail(result, WSC_CLOSE_BAD_PAYLOAD, "Ratchet detected an invalid UTF-8 payload");
		}
	}
	if (message->frame_received < message->frame.length) {
		return WSC_MESSAGE_MORE;
	}
	message->in_payload = false;
	if (!message->frame.fin) {
		return WSC_MESSAGE_MORE;
	}
	if (!wsc_utf8_complete(&message->utf8)) {
		return fail(result, WSC_CLOSE_BAD_PAYLOAD, "Ratchet detected an invalid UTF-8 payload");
	}
	return deliver(message, result);
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
