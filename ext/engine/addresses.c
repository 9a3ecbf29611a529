/* SPDX-License-Identifier: MIT
 *
 * L3: how many connections of a server come from one address, in a binary tree
 * of the C library (<search.h>). Whoever has one IPv6 address has a network of
 * them, so there a /64 counts as one. A connection without an address (a Unix
 * socket) is not counted.
 *
 * Called by origin.c and server.c.
 */
#include "internal.h"

#include <search.h>
#include <string.h>

struct origin {
	uint8_t key[9]; /* family, and what of the address counts */
	uint32_t count;
};

static int compare(const void *a, const void *b)
{
	return memcmp(((const struct origin *) a)->key, ((const struct origin *) b)->key, sizeof((struct origin *) 0)->key);
}

static struct origin origin_of(uint8_t family, const uint8_t address[16])
{
	struct origin origin = {.key = {family}};

	memcpy(origin.key + 1, address, family == WSC_FAMILY_IPV6 ? 8 : 4);
	return origin;
}

uint32_t wsc_addresses_add(struct wsc_addresses *addresses, uint8_t family, const uint8_t address[16])
{
	struct origin wanted = origin_of(family, address);
	struct origin **found = tfind(&wanted, &addresses->root, compare);
	struct origin *origin;

	if (family == WSC_FAMILY_NONE) {
		return 1;
	}
	if (found) {
		return ++(*found)->count;
	}
	origin = wsc_malloc(sizeof *origin);
	if (!origin) {
		return 0;
	}
	*origin = wanted;
	origin->count = 1;
	if (!tsearch(origin, &addresses->root, compare)) {
		free(origin);
		return 0;
	}
	return 1;
}

void wsc_addresses_remove(struct wsc_addresses *addresses, uint8_t family, const uint8_t address[16])
{
	struct origin wanted = origin_of(family, address);
	struct origin **found = tfind(&wanted, &addresses->root, compare);

	if (found && --(*found)->count == 0) {
		struct origin *origin = *found;

		tdelete(origin, &addresses->root, compare);
		free(origin);
	}
}
