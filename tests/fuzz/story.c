/* SPDX-License-Identifier: MIT
 *
 * See story.h. Not watched by libFuzzer, as it is no part of what is tested.
 */
#include "story.h"

#include <stdlib.h>
#include <string.h>

#define REASON_MAX 123

uint8_t *story_extend(struct wire *wire, size_t length)
{
	if (wire->bytes == NULL || wire->room - wire->length < length) {
		wire->room = (wire->length + length) * 2 + 64;
		wire->bytes = realloc(wire->bytes, wire->room);
		ASSERT(wire->bytes != NULL);
	}
	wire->length += length;
	return wire->bytes + wire->length - length;
}

void story_frame(struct wire *wire, uint8_t first, const uint8_t *payload, size_t length,
                 const uint8_t key[WSC_FRAME_MASK_SIZE])
{
	uint8_t header[10];
	size_t size = wsc_frame_encode(header, first >> 7, first >> 4 & 7, first & 15, length);

	header[1] |= 0x80;
	memcpy(story_extend(wire, size), header, size);
	memcpy(story_extend(wire, WSC_FRAME_MASK_SIZE), key, WSC_FRAME_MASK_SIZE);
	fuzz_mask(story_extend(wire, length), payload, length, key, 0);
}

struct step *story_step(struct story *story, enum wsc_message_event kind)
{
	if (story->count == story->room) {
		story->room = story->room * 2 + 8;
		story->steps = realloc(story->steps, story->room * sizeof *story->steps);
		ASSERT(story->steps != NULL);
	}
	story->steps[story->count] = (struct step){.kind = kind};
	return &story->steps[story->count++];
}

void story_failure(struct story *story, uint16_t code, const char *reason)
{
	struct step *step = story_step(story, WSC_MESSAGE_FAILED);

	step->code = code;
	step->reason = reason;
}

void story_result(struct story *story, enum wsc_message_event kind, const struct wsc_message_result *result,
                  struct ledger *ledger)
{
	const struct wsc_payload *payload = &result->payload;
	struct step *step;

	if (kind == WSC_MESSAGE_FAILED) {
		ASSERT(result->reason != NULL && strlen(result->reason) <= REASON_MAX);
		story_failure(story, result->code, result->reason);
		return;
	}
	step = story_step(story, kind);
	if (kind == WSC_MESSAGE_CONTROL) {
		step->opcode = result->opcode;
		step->length = result->length;
		step->bytes = fuzz_copy(result->bytes, result->length);
		return;
	}
	step->opcode = payload->opcode;
	step->length = payload->length;
	step->bytes = fuzz_copy(payload->bytes, payload->length);
	step->fragment_count = payload->fragment_count;
	if (payload->fragments != NULL) {
		step->fragments = fuzz_copy(payload->fragments, payload->fragment_count * sizeof *payload->fragments);
	}
	if (payload->owner != NULL) {
		ledger_unref(ledger, payload->owner);
	}
}

void story_free(struct story *story)
{
	for (size_t i = 0; i < story->count; i++) {
		free(story->steps[i].bytes);
		free(story->steps[i].fragments);
	}
	free(story->steps);
}

void story_check_same(const struct story *a, const struct story *b, bool fragments)
{
	ASSERT(a->count == b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct step *x = &a->steps[i];
		const struct step *y = &b->steps[i];

		ASSERT(x->kind == y->kind);
		ASSERT(x->opcode == y->opcode);
		ASSERT(x->code == y->code);
		ASSERT(x->reason == NULL || y->reason == NULL || strcmp(x->reason, y->reason) == 0);
		ASSERT(x->length == y->length);
		ASSERT(x->length == 0 || memcmp(x->bytes, y->bytes, x->length) == 0);
		if (fragments) {
			ASSERT(x->fragment_count == y->fragment_count);
			ASSERT((x->fragments == NULL) == (y->fragments == NULL));
			ASSERT(x->fragments == NULL ||
			       memcmp(x->fragments, y->fragments, x->fragment_count * sizeof *x->fragments) == 0);
		}
	}
}
