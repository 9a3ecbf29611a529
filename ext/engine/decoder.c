/* SPDX-License-Identifier: MIT
 *
 * L1: the receive machine (message.c) for bytes that come from no connection of
 * the engine: with rules, a budget and zlib streams of its own. It adds nothing
 * to the protocol; what it refuses, message.c refuses. Between two messages it
 * keeps no stream of zlib but one for context takeover.
 */
#include "internal.h"

/* Large enough for any message, small enough to be added to. */
#define NO_LIMIT (UINT64_MAX / 4)

struct wsc_decoder {
	struct wsc_message message;
	struct wsc_message_rules rules;
	struct wsc_options options; /* what of them the machine reads is filled in */
	struct wsc_message_budget budget;
	struct wsc_inflate_pool inflaters;
};

static uint64_t limit_of(uint64_t size)
{
	return size == 0 || size > NO_LIMIT ? NO_LIMIT : size;
}

struct wsc_decoder *wsc_decoder_new(const struct wsc_hooks *hooks, void *data, const struct wsc_decoder_rules *rules)
{
	struct wsc_decoder *decoder = wsc_calloc(1, sizeof *decoder);

	if (!decoder) {
		return NULL;
	}
	decoder->options.max_message_size = limit_of(rules->max_message_size);
	decoder->options.max_frame_size = limit_of(rules->max_frame_size);
	decoder->options.max_fragments = rules->max_fragments == 0 ? UINT32_MAX : rules->max_fragments;
	decoder->options.max_inflate_ratio = rules->max_inflate_ratio;
	decoder->options.max_receive_bytes = UINT64_MAX; /* one message is all that it holds */
	decoder->rules = (struct wsc_message_rules){
		.hooks = hooks,
		.data = data,
		.options = &decoder->options,
		.budget = &decoder->budget,
		.inflaters = &decoder->inflaters,
		.from_server = rules->from_server,
	};
	wsc_message_init(&decoder->message);
	decoder->message.want_fragments = rules->want_fragments;
	wsc_message_allow_compression(&decoder->message, rules->window_bits, rules->context_takeover);
	return decoder;
}

void wsc_decoder_free(struct wsc_decoder *decoder)
{
	wsc_message_dtor(&decoder->message, &decoder->rules);
	wsc_inflate_pool_dtor(&decoder->inflaters);
	free(decoder);
}

enum wsc_message_event wsc_decoder_next(struct wsc_decoder *decoder, uint8_t **bytes, size_t *length,
                                        struct wsc_message_result *result)
{
	enum wsc_message_event event = wsc_message_next(&decoder->message, &decoder->rules, bytes, length, result);

	if (event == WSC_MESSAGE_COMPLETE) {
		wsc_inflate_pool_dtor(&decoder->inflaters);
	}
	return event;
}

size_t wsc_decoder_fragments(const struct wsc_decoder *decoder)
{
	return decoder->message.fragment_count;
}
