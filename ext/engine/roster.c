/* SPDX-License-Identifier: MIT
 *
 * L1: a roster, which is a table of connections by number: an array in the order
 * of their numbers, looked up by halving and walked from front to end. Whoever
 * leaves leaves a hole, so that a walk goes on; holes are closed when something
 * is added, or when a walk begins. It knows nothing of what it lists.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define ROOM_MIN 16

/* The first entry whose number is not below `id`. */
static size_t lower_bound(const struct wsc_roster *roster, uint64_t id)
{
	size_t low = 0, high = roster->used;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (roster->entries[middle].id < id) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

static struct wsc_roster_entry *find(const struct wsc_roster *roster, uint64_t id)
{
	size_t place = lower_bound(roster, id);

	return place < roster->used && roster->entries[place].id == id ? &roster->entries[place] : NULL;
}

static void close_holes(struct wsc_roster *roster)
{
	size_t from, to = 0;

	for (from = 0; from < roster->used; from++) {
		if (roster->entries[from].item) {
			roster->entries[to++] = roster->entries[from];
		}
	}
	roster->used = to;
	roster->generation++;
}

static bool make_room(struct wsc_roster *roster)
{
	size_t room = roster->room ? roster->room * 2 : ROOM_MIN;
	struct wsc_roster_entry *grown;

	if (roster->used < roster->room) {
		return true;
	}
	if (roster->count < roster->used - roster->used / 4) {
		close_holes(roster);
		return true;
	}
	grown = wsc_realloc(roster->entries, room * sizeof *grown);
	if (!grown) {
		return false;
	}
	roster->entries = grown;
	roster->room = room;
	return true;
}

bool wsc_roster_add(struct wsc_roster *roster, uint64_t id, void *item)
{
	struct wsc_roster_entry *entry = find(roster, id);
	size_t place;

	if (entry) {
		roster->count += entry->item ? 0 : 1;
		entry->item = item;
		return true;
	}
	if (!make_room(roster)) {
		return false;
	}
	place = lower_bound(roster, id);
	if (place < roster->used) { /* its handshake took longer than that of later ones */
		memmove(roster->entries + place + 1, roster->entries + place,
		        (roster->used - place) * sizeof roster->entries[0]);
		roster->generation++;
	}
	roster->entries[place].id = id;
	roster->entries[place].item = item;
	roster->used++;
	roster->count++;
	return true;
}

void *wsc_roster_remove(struct wsc_roster *roster, uint64_t id)
{
	struct wsc_roster_entry *entry = find(roster, id);
	void *item = entry ? entry->item : NULL;

	if (item) {
		entry->item = NULL;
		roster->count--;
	}
	return item;
}

void *wsc_roster_find(const struct wsc_roster *roster, uint64_t id)
{
	struct wsc_roster_entry *entry = find(roster, id);

	return entry ? entry->item : NULL;
}

uint64_t wsc_roster_last(const struct wsc_roster *roster)
{
	return roster->used ? roster->entries[roster->used - 1].id : 0;
}

void wsc_roster_begin(struct wsc_roster *roster, struct wsc_roster_walk *walk)
{
	if (roster->used > ROOM_MIN && roster->count < roster->used / 2) {
		close_holes(roster);
	}
	walk->generation = roster->generation;
	walk->place = 0;
	walk->id = 0;
}

void *wsc_roster_next(const struct wsc_roster *roster, struct wsc_roster_walk *walk)
{
	size_t place = walk->generation == roster->generation ? walk->place : lower_bound(roster, walk->id + 1);

	while (place < roster->used && !roster->entries[place].item) {
		place++;
	}
	walk->generation = roster->generation;
	if (place == roster->used) {
		/* What is added meanwhile comes next. */
		walk->place = place;
		return NULL;
	}
	walk->place = place + 1;
	walk->id = roster->entries[place].id;
	return roster->entries[place].item;
}

void wsc_roster_dtor(struct wsc_roster *roster)
{
	free(roster->entries);
	memset(roster, 0, sizeof *roster);
}
