/* SPDX-License-Identifier: MIT
 *
 * wsc_forwarded() against a reader that goes the way the rule is told: from the last
 * element of the last field to the first, each time asking whether the peer so far is
 * trusted. And addresses and networks against the system's inet_pton().
 *
 * Input: the values of the header's fields, one a line; behind it which syntax, and
 * whom to trust.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FIELDS_MAX 32

static const char *const networks[] = {"10.0.0.0/8", "192.168.0.0/25", "fd00::/9", "::1", "unix"};

static struct wsc_network trusted[LENGTH(networks)];
static size_t trusted_count;

/* ---- addresses ----------------------------------------------------------------------- */

static bool read_ip(const char *bytes, size_t length, struct wsc_ip *ip)
{
	char text[64];
	uint8_t address[16];

	if (length >= sizeof text || memchr(bytes, '\0', length) != NULL) {
		return false;
	}
	memcpy(text, bytes, length);
	text[length] = '\0';
	if (inet_pton(AF_INET, text, address) == 1) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV4, address);
		return true;
	}
	if (inet_pton(AF_INET6, text, address) == 1) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV6, address);
		return true;
	}
	return false;
}

static bool is_trusted(const struct wsc_ip *ip)
{
	for (size_t i = 0; i < trusted_count; i++) {
		const struct wsc_network *network = &trusted[i];
		bool same = network->ip.family == ip->family;

		for (size_t bit = 0; bit < network->prefix; bit++) {
			same = same && ((network->ip.bytes[bit / 8] ^ ip->bytes[bit / 8]) >> (7 - bit % 8) & 1) == 0;
		}
		if (same) {
			return true;
		}
	}
	return false;
}

/* ---- the slow reader ------------------------------------------------------------------- */

static void trim(const char **from, const char **to)
{
	while (*from < *to && (**from == ' ' || **from == '\t')) {
		(*from)++;
	}
	while (*to > *from && ((*to)[-1] == ' ' || (*to)[-1] == '\t')) {
		(*to)--;
	}
}

/* An address that may have a port, and brackets if it is an IPv6 one. */
static bool read_node(const char *from, const char *to, struct wsc_ip *ip)
{
	size_t colons = 0;
	const char *colon = to;

	if (from < to && *from == '[') {
		const char *close = from;

		while (close < to && *close != ']') {
			close++;
		}
		return close < to && (close + 1 == to || close[1] == ':') && read_ip(from + 1, (size_t) (close - from - 1), ip);
	}
	for (const char *at = from; at < to; at++) {
		if (*at == ':' && colons++ == 0) {
			colon = at;
		}
	}
	return read_ip(from, (size_t) ((colons == 1 ? colon : to) - from), ip);
}

static bool read_element(const char *from, const char *to, struct wsc_ip *ip)
{
	while (from < to) {
		const char *end = from, *equals;
		const char *name = from, *name_end, *value, *value_end;

		while (end < to && *end != ';') {
			end++;
		}
		equals = from;
		while (equals < end && *equals != '=') {
			equals++;
		}
		name_end = equals;
		trim(&name, &name_end);
		if (equals < end && name_end - name == 3 && strncasecmp(name, "for", 3) == 0) {
			value = equals + 1;
			value_end = end;
			trim(&value, &value_end);
			if (value_end - value >= 2 && *value == '"' && value_end[-1] == '"') {
				value++;
				value_end--;
			}
			return read_node(value, value_end, ip);
		}
		from = end < to ? end + 1 : to;
	}
	return false;
}

/* Goes on from the right as long as the peer is trusted; false: here it ends. */
static bool go_back(const char *from, const char *to, bool elements, struct wsc_ip *ip)
{
	while (to >= from) {
		const char *start = to;
		const char *part, *part_end = to;
		struct wsc_ip before;

		while (start > from && start[-1] != ',') {
			start--;
		}
		part = start;
		trim(&part, &part_end);
		if (part < part_end) {
			if (!is_trusted(ip) ||
			    !(elements ? read_element(part, part_end, &before) : read_node(part, part_end, &before))) {
				return false;
			}
			*ip = before;
		}
		if (start == from) {
			break;
		}
		to = start - 1;
	}
	return true;
}

/* ---- the test ------------------------------------------------------------------------------ */

static void check_texts(const struct wsc_request *request)
{
	for (size_t i = 0; i < request->header_count; i++) {
		struct wsc_slice text = request->headers[i].value;
		struct wsc_ip ip, expected;
		struct wsc_network network;
		struct wsc_address address;
		bool good = read_ip(text.bytes, text.length, &expected);

		ASSERT(wsc_ip_parse(text, &ip) == good);
		ASSERT(!good || memcmp(&ip, &expected, sizeof ip) == 0);
		if (wsc_network_parse(text, &network)) {
			ASSERT(network.prefix <= (network.ip.family == WSC_FAMILY_IPV6 ? 128 : 32));
			ASSERT(wsc_network_any(&network, 1, &network.ip));
		} else {
			ASSERT(!good);
		}
		if (wsc_address_parse(text, 80, &address) == WSC_ADDRESS_OK) {
			ASSERT(address.name.length == 0 || (address.name.bytes >= text.bytes &&
			                                    address.name.bytes + address.name.length <= text.bytes + text.length));
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	bool elements = fuzz_byte(&input) % 2 == 1;
	uint8_t trust = fuzz_byte(&input);
	struct wsc_header headers[FIELDS_MAX];
	struct wsc_request request = {.headers = headers, .header_limit = FIELDS_MAX};
	const char *name = elements ? "Forwarded" : "X-Forwarded-For";
	static const uint8_t peer[4] = {10, 0, 0, 1};
	struct wsc_ip ip = wsc_ip_of(WSC_FAMILY_IPV4, peer);
	struct wsc_ip expected = ip;
	char *copy = fuzz_copy(bytes, input.length);
	const char *at = copy, *end = copy + input.length;
	size_t i;

	/* The first is always there: it is the peer's. */
	for (trusted_count = 0, i = 0; i < LENGTH(networks); i++) {
		if (i == 0 || (trust >> i & 1) != 0) {
			ASSERT(wsc_network_parse((struct wsc_slice){networks[i], strlen(networks[i])}, &trusted[trusted_count++]));
		}
	}
	while (at < end && request.header_count < FIELDS_MAX) {
		const char *stop = memchr(at, '\n', (size_t) (end - at));
		struct wsc_slice value = {at, (size_t) ((stop ? stop : end) - at)};

		headers[request.header_count++] = (struct wsc_header){{name, strlen(name)}, value};
		at = stop ? stop + 1 : end;
	}
	for (i = request.header_count; i-- > 0;) {
		if (!go_back(headers[i].value.bytes, headers[i].value.bytes + headers[i].value.length, elements, &expected)) {
			break;
		}
	}
	wsc_forwarded(&request, name, trusted, trusted_count, &ip);
	ASSERT(memcmp(&ip, &expected, sizeof ip) == 0);
	check_texts(&request);
	free(copy);
	return 0;
}
