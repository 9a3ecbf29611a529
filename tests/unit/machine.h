/* SPDX-License-Identifier: MIT
 *
 * The receive machine of one connection without a connection: what is fed to it
 * comes out as text, and rows of a table say what that has to be, however the
 * bytes were cut: whole, at every place, one by one.
 */
#ifndef UNIT_MACHINE_H
#define UNIT_MACHINE_H

#include "../../ext/engine/internal.h"
#include "ledger.h"

/* One machine and what came out of it, as text. */
struct machine {
	struct ledger ledger;
	struct wsc_options options;
	struct wsc_message_rules rules;
	struct wsc_message_budget budget;
	struct wsc_inflate_pool inflaters;
	struct wsc_message message;
	size_t consumed;
	bool failed;
	char events[4096];
	size_t length;
};

struct machine_row {
	const char *name;
	const char *frames;
	const char *events;
	size_t failed_at; /* with so many bytes, not one more; 0: not looked at */
	uint64_t max_size;
	uint32_t max_fragments;
	bool want_fragments;
	uint64_t max_frame_size;
	uint32_t ratio;      /* max_inflate_ratio; 0: the default              */
	uint8_t window_bits; /* permessage-deflate is agreed on; 0: it is not  */
	bool takeover;
};

void machine_init(struct machine *machine, uint64_t max_size, uint32_t max_fragments, bool want_fragments);
/* Checks that nothing is left. */
void machine_dtor(struct machine *machine);

/* Feeds bytes that end with their memory. */
void machine_feed(struct machine *machine, const uint8_t *bytes, size_t length);

void machine_check(const struct machine_row *rows, size_t count);

#endif
