/* SPDX-License-Identifier: MIT
 *
 * L3: addresses and networks that are not served, for a time or for good. Each is in a
 * tree of the C library (<search.h>), and how many there are of each length of prefix is
 * counted: to look for an address is one look into the tree for each length in use, of
 * which there are few, however many bans.
 *
 * Asked by origin.c once the client of a connection is known.
 */
#include "internal.h"
#include "sockets.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ban {
	struct wsc_list siblings; /* in bans->list */
	struct wsc_network network;
	wsc_time until; /* 0: for good */
};

static int compare(const void *a, const void *b)
{
	const struct wsc_network *one = &((const struct ban *) a)->network, *other = &((const struct ban *) b)->network;

	if (one->ip.family != other->ip.family) {
		return one->ip.family < other->ip.family ? -1 : 1;
	}
	if (one->prefix != other->prefix) {
		return one->prefix < other->prefix ? -1 : 1;
	}
	return memcmp(one->ip.bytes, other->ip.bytes, sizeof one->ip.bytes);
}

static uint32_t *count_of(struct wsc_bans *bans, const struct wsc_network *network)
{
	return &(network->ip.family == WSC_FAMILY_IPV6 ? bans->six : bans->four)[network->prefix];
}

static struct ban *find(const struct wsc_bans *bans, const struct wsc_network *network)
{
	struct ban wanted = {.network = wsc_network_normal(network)};
	struct ban **found = tfind(&wanted, &bans->root, compare);

	return found ? *found : NULL;
}

static void drop(struct wsc_bans *bans, struct ban *ban)
{
	tdelete(ban, &bans->root, compare);
	--*count_of(bans, &ban->network);
	bans->count--;
	wsc_list_remove(&ban->siblings);
	free(ban);
}

void wsc_bans_init(struct wsc_bans *bans)
{
	memset(bans, 0, sizeof *bans);
	wsc_list_init(&bans->list);
}

void wsc_bans_dtor(struct wsc_bans *bans)
{
	while (!wsc_list_empty(&bans->list)) {
		drop(bans, WSC_CONTAINER(bans->list.next, struct ban, siblings));
	}
}

bool wsc_bans_add(struct wsc_bans *bans, const struct wsc_network *network, wsc_time until)
{
	struct ban *ban = find(bans, network);

	if (ban) {
		ban->until = until;
		return true;
	}
	ban = wsc_calloc(1, sizeof *ban);
	if (!ban) {
		return false;
	}
	ban->network = wsc_network_normal(network);
	ban->until = until;
	wsc_list_init(&ban->siblings);
	if (!tsearch(ban, &bans->root, compare)) {
		free(ban);
		return false;
	}
	wsc_list_push(&bans->list, &ban->siblings);
	++*count_of(bans, &ban->network);
	bans->count++;
	return true;
}

bool wsc_bans_remove(struct wsc_bans *bans, const struct wsc_network *network)
{
	struct ban *ban = find(bans, network);

	if (ban) {
		drop(bans, ban);
	}
	return ban != NULL;
}

bool wsc_bans_have(const struct wsc_bans *bans, const struct wsc_ip *ip)
{
	bool six = ip->family == WSC_FAMILY_IPV6;
	const uint32_t *counts = six ? bans->six : bans->four;
	struct wsc_network network = {.ip = *ip};
	wsc_time now;

	if (bans->count == 0 || ip->family == WSC_FAMILY_NONE) {
		return false;
	}
	now = wsc_timer_clock();
	for (unsigned prefix = 0; prefix <= (six ? 128 : 32); prefix++) {
		const struct ban *ban;

		network.prefix = (uint8_t) prefix;
		ban = counts[prefix] > 0 ? find(bans, &network) : NULL;
		if (ban && (ban->until == 0 || ban->until > now)) {
			return true;
		}
	}
	return false;
}

void wsc_bans_sweep(struct wsc_bans *bans, wsc_time now)
{
	struct wsc_list *node, *next;

	for (node = bans->list.next; node != &bans->list; node = next) {
		struct ban *ban = WSC_CONTAINER(node, struct ban, siblings);

		next = node->next;
		if (ban->until != 0 && ban->until <= now) {
			drop(bans, ban);
		}
	}
}

/* ---- of a server ------------------------------------------------------------------- */

/* One that is open ends, if it is banned now. Whom a proxy has not named yet is a trusted one. */
static void end_banned(struct wsc_conn *conn, void *arg)
{
	struct wsc_server *server = arg;

	if (conn->state > WSC_CONN_OPEN || !wsc_conn_is_banned(conn)) {
		return;
	}
	server->abuse.banned++;
	if (conn->state == WSC_CONN_HEAD && (conn->head || conn->busy)) {
		wsc_input_refuse(conn, 403);
	} else if (conn->state < WSC_CONN_OPEN) {
		wsc_conn_finish(conn, true);
	} else if (conn->websocket) {
		wsc_conn_fail(conn, WSC_CLOSE_POLICY, "Banned");
	} else {
		wsc_conn_end(conn);
	}
}

enum wsc_status wsc_server_ban(struct wsc_server *server, const struct wsc_network *network, double seconds)
{
	wsc_time until = seconds > 0 ? wsc_timer_clock() + (wsc_time) (seconds * 1000000) : 0;

	return wsc_bans_add(&server->bans, network, until) ? WSC_OK : WSC_NOMEM;
}

void wsc_server_end_banned(struct wsc_server *server)
{
	wsc_server_each_conn(server, end_banned, server);
}

bool wsc_server_unban(struct wsc_server *server, const struct wsc_network *network)
{
	wsc_bans_sweep(&server->bans, wsc_timer_clock());
	return wsc_bans_remove(&server->bans, network);
}

void wsc_server_each_ban(struct wsc_server *server,
                         void (*callback)(const struct wsc_network *network, double seconds, void *arg), void *arg)
{
	wsc_time now = wsc_timer_clock();
	struct wsc_list *node;

	wsc_bans_sweep(&server->bans, now);
	for (node = server->bans.list.next; node != &server->bans.list; node = node->next) {
		const struct ban *ban = WSC_CONTAINER(node, struct ban, siblings);

		callback(&ban->network, ban->until != 0 ? (double) (ban->until - now) / 1000000 : 0, arg);
	}
}

void wsc_network_print(const struct wsc_network *network, char text[WSC_NETWORK_SIZE])
{
	bool six = network->ip.family == WSC_FAMILY_IPV6;
	size_t length;

	if (network->ip.family == WSC_FAMILY_NONE) {
		strcpy(text, "unix");
		return;
	}
	inet_ntop(six ? AF_INET6 : AF_INET, network->ip.bytes, text, WSC_NETWORK_SIZE);
	if (network->prefix != (six ? 128 : 32)) {
		length = strlen(text);
		snprintf(text + length, WSC_NETWORK_SIZE - length, "/%u", network->prefix);
	}
}
