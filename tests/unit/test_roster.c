/* SPDX-License-Identifier: MIT
 *
 * roster.c: what is found, and walks during which others come and leave.
 */
#include "../../ext/engine/roster.c"

#include "harness.h"

#define NUMBERS 200

static int items[NUMBERS + 1];

static void add(struct wsc_roster *roster, uint64_t from, uint64_t to)
{
	for (uint64_t id = from; id <= to; id++) {
		CHECK(wsc_roster_add(roster, id, &items[id]));
	}
}

static void what_is_there_is_found(void)
{
	struct wsc_roster roster = {0};

	CHECK(wsc_roster_find(&roster, 1) == NULL);
	CHECK(wsc_roster_remove(&roster, 1) == NULL);
	CHECK(wsc_roster_last(&roster) == 0);
	add(&roster, 1, NUMBERS);
	CHECK(roster.count == NUMBERS && wsc_roster_last(&roster) == NUMBERS);
	for (uint64_t id = 1; id <= NUMBERS; id++) {
		CHECK(wsc_roster_find(&roster, id) == &items[id]);
	}
	CHECK(wsc_roster_find(&roster, 0) == NULL && wsc_roster_find(&roster, NUMBERS + 1) == NULL);

	CHECK(wsc_roster_remove(&roster, 7) == &items[7]);
	CHECK(wsc_roster_remove(&roster, 7) == NULL);
	CHECK(wsc_roster_find(&roster, 7) == NULL && roster.count == NUMBERS - 1);
	/* The same number again, and another item in its place. */
	CHECK(wsc_roster_add(&roster, 7, &items[8]) && roster.count == NUMBERS);
	CHECK(wsc_roster_add(&roster, 7, &items[7]) && roster.count == NUMBERS);
	CHECK(wsc_roster_find(&roster, 7) == &items[7]);
	wsc_roster_dtor(&roster);
	CHECK(roster.count == 0 && wsc_roster_find(&roster, 7) == NULL);
}

/* A handshake may take longer than that of later ones. */
static void out_of_order(void)
{
	struct wsc_roster roster = {0};
	struct wsc_roster_walk walk;
	uint64_t last = 0;

	for (uint64_t id = NUMBERS; id >= 1; id--) {
		CHECK(wsc_roster_add(&roster, id, &items[id]));
	}
	wsc_roster_begin(&roster, &walk);
	while (wsc_roster_next(&roster, &walk)) {
		CHECK(walk.id == last + 1);
		last = walk.id;
	}
	CHECK(last == NUMBERS);
	wsc_roster_dtor(&roster);
}

/* Those that leave before their turn are not met, the others once. */
static void others_leave_during_a_walk(void)
{
	struct wsc_roster roster = {0};
	struct wsc_roster_walk walk, nested;
	uint64_t met = 0;

	add(&roster, 1, NUMBERS);
	wsc_roster_begin(&roster, &walk);
	while (wsc_roster_next(&roster, &walk)) {
		met++;
		CHECKF(walk.id % 2 == 1, "%u", (unsigned) walk.id);
		wsc_roster_remove(&roster, walk.id);
		wsc_roster_remove(&roster, walk.id + 1);
		wsc_roster_begin(&roster, &nested); /* closes holes */
		if (wsc_roster_next(&roster, &nested)) {
			CHECK(nested.id == walk.id + 2);
		}
	}
	CHECK(met == NUMBERS / 2 && roster.count == 0);
	wsc_roster_dtor(&roster);
}

/* Entries move while a walk is under way: it goes on where it was. */
static void others_come_during_a_walk(void)
{
	struct wsc_roster roster = {0};
	struct wsc_roster_walk walk;
	uint64_t expected = 50;

	add(&roster, 50, 99);
	wsc_roster_begin(&roster, &walk);
	while (wsc_roster_next(&roster, &walk)) {
		CHECKF(walk.id == expected, "%u", (unsigned) walk.id);
		expected++;
		if (walk.id < 99) {
			uint64_t before = 99 - walk.id; /* 49 … 1, in front of where it is */

			CHECK(wsc_roster_add(&roster, before, &items[before]));
		} else if (walk.id == 99) {
			add(&roster, 100, 110);
		}
	}
	CHECK(expected == 111);
	/* At its end it finds what has come since. */
	add(&roster, 111, 111);
	CHECK(wsc_roster_next(&roster, &walk) == &items[111]);
	CHECK(wsc_roster_next(&roster, &walk) == NULL);
	wsc_roster_dtor(&roster);
}

/* Whoever comes and goes leaves no memory behind. */
static void holes_are_used_again(void)
{
	struct wsc_roster roster = {0};

	for (uint64_t id = 1; id <= 100000; id++) {
		CHECK(wsc_roster_add(&roster, id, items));
		if (id > 8) {
			CHECK(wsc_roster_remove(&roster, id - 8) == items);
		}
	}
	CHECKF(roster.count == 8 && roster.room <= 4 * ROOM_MIN, "%zu", roster.room);
	wsc_roster_dtor(&roster);
}

void test_roster(void)
{
	RUN(what_is_there_is_found);
	RUN(out_of_order);
	RUN(others_leave_during_a_walk);
	RUN(others_come_during_a_walk);
	RUN(holes_are_used_again);
}
