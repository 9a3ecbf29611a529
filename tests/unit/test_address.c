/* SPDX-License-Identifier: MIT
 *
 * address.c: which texts are addresses (as inet_pton() has it), which networks
 * contain them, and what they mean as a place to listen at.
 */
#include "../../ext/engine/address.c"

#include "harness.h"

#include <arpa/inet.h>

/* A slice with nothing readable behind it; *copy is to be freed. */
static struct wsc_slice slice(const char *text, void **copy)
{
	*copy = harness_copy(text, strlen(text));
	return (struct wsc_slice){*copy, strlen(text)};
}

static void as_the_system_reads_them(void)
{
	static const char *const texts[] = {
		"0.0.0.0",
		"127.0.0.1",
		"255.255.255.255",
		"256.0.0.1",
		"1.2.3",
		"1.2.3.4.5",
		"1.2.3.",
		".1.2.3",
		"1..2.3",
		"01.2.3.4",
		"1.2.3.04",
		"1.2.3.4 ",
		" 1.2.3.4",
		"1.2.3.4x",
		"127.1",
		"0x7f.0.0.1",
		"1.2.3.+4",
		"1.2.3.-4",
		"1.2.3.1000000000000",
		"::",
		"::1",
		"1::",
		"1::1",
		"1:2:3:4:5:6:7:8",
		"1:2:3:4:5:6:7:8:9",
		"1:2:3:4:5:6:7::",
		"::2:3:4:5:6:7:8",
		"1::3:4:5:6:7:8",
		"1:2:3:4::5:6:7:8",
		"1:2:3:4:5:6:7",
		":",
		":::",
		":1",
		"1:",
		"1:2:",
		"::1::",
		"1::2::3",
		"12345::",
		"fffff::",
		"ABCD:ef01::",
		"g::",
		"::1.2.3.4",
		"::ffff:1.2.3.4",
		"64:ff9b::1.2.3.4",
		"1:2:3:4:5:6:1.2.3.4",
		"1:2:3:4:5:6:7:1.2.3.4",
		"1:2:3:4:5:1.2.3.4",
		"::1.2.3",
		"::1.2.3.4:5",
		"::1.2.3.4.5",
		"::1.2.3.256",
		"1.2.3.4::",
		"[::1]",
		"fe80::1%lo",
		"::1/128",
		"",
		"localhost",
		"1",
		"::%",
		"::1 ",
		"::FFFF:0:0",
	};

	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct wsc_ip ip;
		uint8_t expected[16] = {0};
		void *copy;
		bool good = wsc_ip_parse(slice(texts[i], &copy), &ip);
		uint8_t family = inet_pton(AF_INET, texts[i], expected) == 1    ? WSC_FAMILY_IPV4
		                 : inet_pton(AF_INET6, texts[i], expected) == 1 ? WSC_FAMILY_IPV6
		                                                                : WSC_FAMILY_NONE;
		struct wsc_ip wanted = wsc_ip_of(family, expected);

		CHECKF(good == (family != WSC_FAMILY_NONE), "%s", texts[i]);
		if (good) {
			CHECKF(ip.family == wanted.family && memcmp(ip.bytes, wanted.bytes, 16) == 0, "%s", texts[i]);
		}
		free(copy);
	}
}

/* An IPv4 address that is written as IPv6 is one. */
static void mapped_addresses(void)
{
	struct wsc_ip ip;

	CHECK(wsc_ip_parse((struct wsc_slice){"::ffff:127.0.0.1", 16}, &ip) && ip.family == WSC_FAMILY_IPV4);
	CHECK(memcmp(ip.bytes, "\x7F\0\0\1\0\0\0\0\0\0\0\0\0\0\0", 16) == 0);
	CHECK(wsc_ip_parse((struct wsc_slice){"::127.0.0.1", 11}, &ip) && ip.family == WSC_FAMILY_IPV6);
}

static void networks(void)
{
	static const struct {
		const char *network; /* NULL: as above */
		const char *ip;      /* "": a Unix socket; NULL: the network is none */
		bool inside;
	} rows[] = {
		{"10.0.0.0/8", "10.255.0.1", true},
		{"10.0.0.0/8", "11.0.0.1", false},
		{"10.0.0.0/8", "::ffff:10.1.1.1", true},
		{"10.0.0.0/8", "a00::", false},
		{"10.1.2.3/8", "10.9.9.9", true}, /* the rest does not count */
		{"127.0.0.1", "127.0.0.1", true},
		{"127.0.0.1", "127.0.0.2", false},
		{"192.168.1.128/25", "192.168.1.128", true},
		{"192.168.1.128/25", "192.168.1.127", false},
		{"0.0.0.0/0", "1.2.3.4", true},
		{"0.0.0.0/0", "::1", false},
		{"0.0.0.0/0", "", false},
		{"::/0", "2001:db8::1", true},
		{"::/0", "1.2.3.4", false},
		{"2001:db8::/33", "2001:db8:7fff::1", true},
		{"2001:db8::/33", "2001:db8:8000::1", false},
		{"::1", "::1", true},
		{"::1/127", "::", true},
		{"::1/127", "::2", false},
		{"::ffff:10.0.0.0/104", "10.1.2.3", true},
		{"::ffff:10.0.0.0/104", "11.1.2.3", false},
		{"::ffff:10.0.0.0/95", NULL, false},
		{"unix", "", true},
		{"UNIX", "", true},
		{"unix", "127.0.0.1", false},
		{"unix", "0.0.0.0", false},
		{"", NULL, false},
		{"/8", NULL, false},
		{"10.0.0.0/", NULL, false},
		{"10.0.0.0/33", NULL, false},
		{"10.0.0.0/08", NULL, false},
		{"10.0.0.0/8/8", NULL, false},
		{"10.0.0.0/-1", NULL, false},
		{"::/129", NULL, false},
		{"::/64 ", NULL, false},
		{"[::1]", NULL, false},
		{"localhost", NULL, false},
		{"10.0.0", NULL, false},
		{"unix/8", NULL, false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_network network[2];
		struct wsc_ip ip = {0};
		void *copy;
		bool good = wsc_network_parse(slice(rows[i].network, &copy), &network[1]);

		free(copy);
		CHECKF(good == (rows[i].ip != NULL), "%s", rows[i].network);
		if (good && rows[i].ip) {
			CHECK(rows[i].ip[0] == '\0' || wsc_ip_parse(slice(rows[i].ip, &copy), &ip));
			free(rows[i].ip[0] ? copy : NULL);
			network[0] = (struct wsc_network){wsc_ip_of(WSC_FAMILY_IPV4, (const uint8_t *) "\xCB\0q\1"), 32};
			CHECKF(wsc_network_any(&network[1], 1, &ip) == rows[i].inside, "%s in %s", rows[i].ip, rows[i].network);
			CHECKF(wsc_network_any(network, 2, &ip) == rows[i].inside, "%s in %s", rows[i].ip, rows[i].network);
			CHECK(!wsc_network_any(network, 0, &ip));
		}
	}
}

/* "TCP4 1.2.3.4 80" and the like; the status if it is none. */
static void places(void)
{
	static const struct {
		const char *text;
		enum wsc_address_status status;
		enum wsc_address_kind kind;
		const char *name; /* the address, path or name */
		int number;       /* port or descriptor; the default port is 8080 */
	} rows[] = {
		{"127.0.0.1", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "127.0.0.1", 8080},
		{"127.0.0.1:80", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "127.0.0.1", 80},
		{" 127.0.0.1:80\t", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "127.0.0.1", 80},
		{"0.0.0.0:0", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "0.0.0.0", 0},
		{"tcp://127.0.0.1:65535", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "127.0.0.1", 65535},
		{"[::1]:80", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "::1", 80},
		{"[::]", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "::", 8080},
		{"::", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "::", 8080},
		{"::1:80", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "::1:80", 8080},
		{"TCP://[::1]:1", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "::1", 1},
		{"[127.0.0.1]:80", WSC_ADDRESS_OK, WSC_ADDRESS_TCP, "127.0.0.1", 80},
		{"unix:/run/chat.sock", WSC_ADDRESS_OK, WSC_ADDRESS_UNIX, "/run/chat.sock", 8080},
		{"unix:///run/chat.sock", WSC_ADDRESS_OK, WSC_ADDRESS_UNIX, "/run/chat.sock", 8080},
		{"unix:chat.sock", WSC_ADDRESS_OK, WSC_ADDRESS_UNIX, "chat.sock", 8080},
		{"UNIX:a:b,c", WSC_ADDRESS_OK, WSC_ADDRESS_UNIX, "a:b,c", 8080},
		{"fd:3", WSC_ADDRESS_OK, WSC_ADDRESS_DESCRIPTOR, "", 3},
		{"systemd:", WSC_ADDRESS_OK, WSC_ADDRESS_SYSTEMD, "", 8080},
		{"systemd:web", WSC_ADDRESS_OK, WSC_ADDRESS_SYSTEMD, "web", 8080},
		{"", WSC_ADDRESS_EMPTY, 0, NULL, 0},
		{" ", WSC_ADDRESS_EMPTY, 0, NULL, 0},
		{":80", WSC_ADDRESS_EMPTY, 0, NULL, 0},
		{"[]:80", WSC_ADDRESS_EMPTY, 0, NULL, 0},
		{"tcp://", WSC_ADDRESS_EMPTY, 0, NULL, 0},
		{"[", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"[::1", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"[::1]80", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"localhost", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"localhost:80", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"*:80", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"80", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"127.0.0.1,::1", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"http://127.0.0.1", WSC_ADDRESS_NO_IP, 0, NULL, 0},
		{"127.0.0.1:", WSC_ADDRESS_NO_PORT, 0, NULL, 0},
		{"127.0.0.1:65536", WSC_ADDRESS_NO_PORT, 0, NULL, 0},
		{"127.0.0.1:http", WSC_ADDRESS_NO_PORT, 0, NULL, 0},
		{"127.0.0.1: 80", WSC_ADDRESS_NO_PORT, 0, NULL, 0},
		{"[::1]:", WSC_ADDRESS_NO_PORT, 0, NULL, 0},
		{"unix:", WSC_ADDRESS_NO_PATH, 0, NULL, 0},
		{"unix://", WSC_ADDRESS_NO_PATH, 0, NULL, 0},
		{"fd:", WSC_ADDRESS_NO_DESCRIPTOR, 0, NULL, 0},
		{"fd:x", WSC_ADDRESS_NO_DESCRIPTOR, 0, NULL, 0},
		{"fd:-1", WSC_ADDRESS_NO_DESCRIPTOR, 0, NULL, 0},
		{"fd:99999999", WSC_ADDRESS_NO_DESCRIPTOR, 0, NULL, 0},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_address address;
		struct wsc_ip ip = {0};
		void *copy;
		enum wsc_address_status status = wsc_address_parse(slice(rows[i].text, &copy), 8080, &address);

		if (CHECKF(status == rows[i].status, "%s: %d", rows[i].text, status) && status == WSC_ADDRESS_OK) {
			CHECKF(address.kind == rows[i].kind, "%s: %d", rows[i].text, address.kind);
			CHECKF((address.kind == WSC_ADDRESS_DESCRIPTOR ? address.fd : address.port) == rows[i].number, "%s",
			       rows[i].text);
			if (address.kind == WSC_ADDRESS_TCP) {
				CHECK(wsc_ip_parse((struct wsc_slice){rows[i].name, strlen(rows[i].name)}, &ip));
				CHECKF(memcmp(&ip, &address.ip, sizeof ip) == 0, "%s", rows[i].text);
			} else {
				CHECKF(address.name.length == strlen(rows[i].name) &&
				           (address.name.length == 0 ||
				            memcmp(address.name.bytes, rows[i].name, address.name.length) == 0),
				       "%s", rows[i].text);
			}
		}
		free(copy);
	}
}

void test_address(void)
{
	RUN(as_the_system_reads_them);
	RUN(mapped_addresses);
	RUN(networks);
	RUN(places);
}
