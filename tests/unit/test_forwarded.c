/* SPDX-License-Identifier: MIT
 *
 * forwarded.c: each row is what has come in the fields of one name and who the
 * client is by it. The peer is 10.0.0.1; 10.0.0.0/8, 2001:db8::/32 and Unix sockets
 * are trusted.
 */
#include "../../ext/engine/forwarded.c"

#include "harness.h"

#define PEER "10.0.0.1"
#define FIELDS 4

static const struct {
	const char *fields[FIELDS];
	const char *client;
} lists[] = {
	{{NULL}, PEER},
	{{""}, PEER},
	{{"192.0.2.1"}, "192.0.2.1"},
	{{" 192.0.2.1 "}, "192.0.2.1"},
	{{"192.0.2.1:4711"}, "192.0.2.1"},
	{{"2001:db9::1"}, "2001:db9::1"},
	{{"[2001:db9::1]:4711"}, "2001:db9::1"},
	{{"[2001:db9::1]"}, "2001:db9::1"},
	{{"::ffff:192.0.2.1"}, "192.0.2.1"},
	/* The last one that is not trusted: what stands before it, it has said itself. */
	{{"203.0.113.1, 192.0.2.1"}, "192.0.2.1"},
	{{"203.0.113.1, 192.0.2.1, 10.0.0.2"}, "192.0.2.1"},
	{{"203.0.113.1,192.0.2.1,10.0.0.2,2001:db8::1"}, "192.0.2.1"},
	{{"10.0.0.3, 192.0.2.1"}, "192.0.2.1"},
	{{"10.0.0.3, 10.0.0.2"}, "10.0.0.3"},
	/* One field behind the other */
	{{"203.0.113.1", "192.0.2.1"}, "192.0.2.1"},
	{{"192.0.2.1", "10.0.0.2", "10.0.0.3"}, "192.0.2.1"},
	{{"203.0.113.1, 192.0.2.1", "10.0.0.2"}, "192.0.2.1"},
	/* Nobody is believed past what is no address. */
	{{"unknown"}, PEER},
	{{"192.0.2.1, unknown"}, PEER},
	{{"192.0.2.1, garbage, 10.0.0.2"}, "10.0.0.2"},
	{{"unknown, 192.0.2.1"}, "192.0.2.1"},
	{{"<script>, 192.0.2.1, 10.0.0.2"}, "192.0.2.1"},
	{{"192.0.2.1", "unknown"}, PEER},
	{{"192.0.2.1 10.0.0.2"}, PEER},
	{{"192.0.2.256"}, PEER},
	{{"[192.0.2.1"}, PEER},
	{{"[::1]x"}, PEER},
	{{"[]"}, PEER},
	{{"for=192.0.2.1"}, PEER},
	{{"\"192.0.2.1\""}, PEER},
	/* Empty elements of a list say nothing (RFC 9110 5.6.1). */
	{{",192.0.2.1,,"}, "192.0.2.1"},
	{{",,,"}, PEER},
};

static const struct {
	const char *fields[FIELDS];
	const char *client;
} elements[] = {
	{{"for=192.0.2.1"}, "192.0.2.1"},
	{{"For=192.0.2.1;proto=http;by=203.0.113.43"}, "192.0.2.1"},
	{{"proto=https; for=192.0.2.1"}, "192.0.2.1"},
	{{"for=\"192.0.2.1:4711\""}, "192.0.2.1"},
	{{"for=\"[2001:db9::1]:4711\""}, "2001:db9::1"},
	{{"FOR=\"[2001:db9::1]\""}, "2001:db9::1"},
	{{"for=203.0.113.1, for=192.0.2.1, for=10.0.0.2"}, "192.0.2.1"},
	{{"for=203.0.113.1", "for=192.0.2.1;host=a"}, "192.0.2.1"},
	{{"for=unknown"}, PEER},
	{{"for=_hidden, for=192.0.2.1"}, "192.0.2.1"},
	{{"for=192.0.2.1, for=_hidden"}, PEER},
	{{"for=192.0.2.1, for=_hidden, for=10.0.0.2"}, "10.0.0.2"},
	{{"by=192.0.2.1"}, PEER},
	{{"for=203.0.113.1, proto=https"}, PEER},
	{{"192.0.2.1"}, PEER},
	{{"for"}, PEER},
	{{"for="}, PEER},
	{{"for=\""}, PEER},
	{{"for=\"192.0.2.1"}, PEER},
	{{"xfor=192.0.2.1"}, PEER},
	/* A quote that the client has opened does not swallow what the proxy adds. */
	{{"for=\"203.0.113.1, for=192.0.2.1"}, "192.0.2.1"},
	{{"for=203.0.113.1;x=\", for=192.0.2.1"}, "192.0.2.1"},
	{{"host=\"a,b\";for=192.0.2.1"}, "192.0.2.1"},
};

static void check(const char *header, const char *const *fields, const char *client)
{
	static const char *const networks[] = {"10.0.0.0/8", "2001:db8::/32", "unix"};
	struct wsc_network trusted[LENGTH(networks)];
	struct wsc_header headers[FIELDS + 2] = {{{"Host", 4}, {"a", 1}}, {{"X-Forwarded-Fo", 14}, {"9.9.9.9", 7}}};
	struct wsc_request request = {.headers = headers, .header_limit = LENGTH(headers), .header_count = 2};
	struct wsc_ip ip, expected;
	void *copies[FIELDS] = {NULL};

	for (size_t i = 0; i < LENGTH(networks); i++) {
		CHECK(wsc_network_parse((struct wsc_slice){networks[i], strlen(networks[i])}, &trusted[i]));
	}
	for (size_t i = 0; i < FIELDS && fields[i]; i++) {
		copies[i] = harness_copy(fields[i], strlen(fields[i]));
		headers[request.header_count++] = (struct wsc_header){{header, strlen(header)}, {copies[i], strlen(fields[i])}};
	}
	CHECK(wsc_ip_parse((struct wsc_slice){PEER, strlen(PEER)}, &ip));
	CHECK(wsc_ip_parse((struct wsc_slice){client, strlen(client)}, &expected));
	wsc_forwarded(&request, header, trusted, LENGTH(trusted), &ip);
	CHECKF(memcmp(&ip, &expected, sizeof ip) == 0, "%s: %s: not %s", header, fields[0], client);
	for (size_t i = 0; i < FIELDS; i++) {
		free(copies[i]);
	}
}

static void x_forwarded_for(void)
{
	for (size_t i = 0; i < LENGTH(lists); i++) {
		check("X-Forwarded-For", lists[i].fields, lists[i].client);
		check("x-real-ip", lists[i].fields, lists[i].client);
	}
}

static void forwarded(void)
{
	for (size_t i = 0; i < LENGTH(elements); i++) {
		check("Forwarded", elements[i].fields, elements[i].client);
		check("forwarded", elements[i].fields, elements[i].client);
	}
}

void test_forwarded(void)
{
	RUN(x_forwarded_for);
	RUN(forwarded);
}
