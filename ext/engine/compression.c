/* SPDX-License-Identifier: MIT
 *
 * L1: which stream of zlib compresses a message, and which messages are worth
 * it. A connection with context takeover has a stream of its own. All others of
 * a server share one for each size of window, and what it has made of the last
 * payload is remembered until the end of the turn: the same payload sent to a
 * thousand connections is compressed once.
 *
 * A message that would not become shorter is sent as it is. Contexts that are
 * kept between messages are bounded for all connections of a server together;
 * beyond that new ones are negotiated without.
 */
#include "internal.h"

#include <string.h>

void wsc_compression_init(struct wsc_compression *compression, const struct wsc_options *options,
                          const struct wsc_hooks *hooks, void *data)
{
	memset(compression, 0, sizeof *compression);
	compression->options = options;
	compression->hooks = hooks;
	compression->data = data;
	wsc_list_init(&compression->remembering);
	if (!options->compression || !wsc_compression_available()) {
		return;
	}
	compression->policy = (struct wsc_deflate_policy){
		.enabled = true,
		.server_context_takeover = options->server_context_takeover,
		.client_context_takeover = options->client_context_takeover,
		.server_max_window_bits = (uint8_t) options->server_max_window_bits,
		.client_max_window_bits = (uint8_t) options->client_max_window_bits,
		.least_server_bits = wsc_deflate_least_bits(),
	};
}

static void forget(const struct wsc_compression *compression, struct wsc_compression_slot *slot)
{
	if (slot->source) {
		compression->hooks->payload_unref(compression->data, slot->source);
		slot->source = NULL;
	}
	if (slot->made.owner) {
		compression->hooks->payload_unref(compression->data, slot->made.owner);
		slot->made.owner = NULL;
	}
}

void wsc_compression_forget(struct wsc_compression *compression)
{
	for (size_t i = 0; i < WSC_WINDOW_SIZES; i++) {
		forget(compression, &compression->slots[i]);
	}
	wsc_list_remove(&compression->remembering);
}

void wsc_compression_dtor(struct wsc_compression *compression)
{
	wsc_compression_forget(compression);
	for (size_t i = 0; i < WSC_WINDOW_SIZES; i++) {
		if (compression->slots[i].stream) {
			wsc_deflate_free(compression->slots[i].stream);
		}
	}
}

/* ---- contexts that connections keep ----------------------------------------------- */

static uint64_t context_bytes(bool server_takeover, uint8_t server_bits, bool client_takeover, uint8_t client_bits)
{
	return (server_takeover ? wsc_deflate_memory(server_bits) : 0) +
	       (client_takeover ? wsc_inflate_memory(client_bits) : 0);
}

struct wsc_deflate_policy wsc_compression_policy(const struct wsc_compression *compression)
{
	struct wsc_deflate_policy policy = compression->policy;
	uint64_t most = context_bytes(policy.server_context_takeover, policy.server_max_window_bits,
	                              policy.client_context_takeover, WSC_WINDOW_BITS_MAX);

	if (compression->reserved + most > compression->options->max_compression_bytes) {
		policy.server_context_takeover = false;
		policy.client_context_takeover = false;
	}
	return policy;
}

void wsc_compression_reserve(struct wsc_compression *compression, const struct wsc_deflate_terms *terms)
{
	compression->reserved +=
		context_bytes(terms->server_takeover, terms->server_bits, terms->client_takeover, terms->client_bits);
}

void wsc_compression_release(struct wsc_compression *compression, const struct wsc_deflate_terms *terms)
{
	compression->reserved -=
		context_bytes(terms->server_takeover, terms->server_bits, terms->client_takeover, terms->client_bits);
}

/* ---- messages ------------------------------------------------------------------------ */

/* The stream in *place, made when it is needed first. */
static struct wsc_deflate *stream_in(struct wsc_deflate **place, uint8_t bits, const struct wsc_options *options)
{
	if (!*place) {
		*place = wsc_deflate_new(bits, (int) options->compression_level);
	}
	return *place;
}

/* false: no memory, or it does not become shorter. A block is payload memory, so
 * that an output queue can hold it like any other. */
static bool compress_by(const struct wsc_compression *compression, struct wsc_deflate *stream, const char *bytes,
                        size_t length, struct wsc_compressed *made)
{
	const struct wsc_hooks *hooks = compression->hooks;
	/* Room for what is taken off again, so that a longer result does not fit. */
	size_t size = length + 3;
	char *room;
	char *moved;
	void *owner = hooks->payload_alloc(compression->data, size, &room);

	if (!owner) {
		return false;
	}
	made->length = wsc_deflate_message(stream, bytes, length, room, size);
	if (made->length == 0) {
		hooks->payload_unref(compression->data, owner);
		return false;
	}
	made->owner = hooks->payload_resize(compression->data, owner, made->length, &moved);
	if (made->owner) {
		made->bytes = moved;
	} else {
		made->owner = owner;
		made->bytes = room;
	}
	return true;
}

/* The same for a stream that all share; the caller gets a reference of its own. */
static bool compress_shared(struct wsc_compression *compression, struct wsc_list *rememberers, uint8_t bits,
                            const char *bytes, size_t length, void *owner, struct wsc_compressed *made)
{
	struct wsc_compression_slot *slot = &compression->slots[bits - WSC_WINDOW_BITS_MIN];
	bool known = owner && slot->source == owner && slot->bytes == bytes && slot->length == length;

	if (!known) {
		forget(compression, slot);
		if (!stream_in(&slot->stream, bits, compression->options) ||
		    !compress_by(compression, slot->stream, bytes, length, &slot->made)) {
			slot->made.owner = NULL;
		}
		if (slot->stream) {
			wsc_deflate_reset(slot->stream);
		}
		if (owner) {
			compression->hooks->payload_ref(compression->data, owner);
			slot->source = owner;
			slot->bytes = bytes;
			slot->length = length;
		}
		if (!wsc_list_linked(&compression->remembering)) {
			wsc_list_push(rememberers, &compression->remembering);
		}
	}
	if (!slot->made.owner) {
		return false;
	}
	compression->hooks->payload_ref(compression->data, slot->made.owner);
	*made = slot->made;
	return true;
}

bool wsc_compression_message(struct wsc_compression *compression, struct wsc_list *rememberers,
                             const struct wsc_deflate_terms *terms, struct wsc_deflate **own, const char *bytes,
                             size_t length, void *owner, struct wsc_compressed *made)
{
	if (length == 0 || length < compression->options->compression_threshold) {
		return false;
	}
	if (terms->server_takeover) {
		return stream_in(own, terms->server_bits, compression->options) &&
		       compress_by(compression, *own, bytes, length, made);
	}
	return compress_shared(compression, rememberers, terms->server_bits, bytes, length, owner, made);
}
