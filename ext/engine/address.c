/* SPDX-License-Identifier: MIT
 *
 * L0: addresses as people write them: of peers and networks, and of the places
 * where a server listens. It takes what RFC 4291 section 2.2 and the dotted form
 * of RFC 3986 section 3.2.2 allow: no names, no zones, no leading zeros that
 * others would read as octal.
 *
 * Called by socket.c, listener.c, proxy.c, forwarded.c and the embedder.
 */
#include "codec.h"

#include <string.h>

static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

struct wsc_ip wsc_ip_of(uint8_t family, const uint8_t *bytes)
{
	struct wsc_ip ip = {.family = family};

	if (family == WSC_FAMILY_IPV6 && memcmp(bytes, mapped, sizeof mapped) == 0) {
		ip.family = WSC_FAMILY_IPV4;
		memcpy(ip.bytes, bytes + sizeof mapped, 4);
	} else if (family != WSC_FAMILY_NONE) {
		memcpy(ip.bytes, bytes, family == WSC_FAMILY_IPV6 ? 16 : 4);
	}
	return ip;
}

/* ---- numbers ------------------------------------------------------------------ */

/* All of the text is a decimal number of at most `most`, without leading zeros. */
static bool parse_number(struct wsc_slice text, uint32_t most, uint32_t *number)
{
	*number = 0;
	if (text.length == 0 || text.length > 9 || (text.length > 1 && text.bytes[0] == '0')) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] < '0' || text.bytes[i] > '9') {
			return false;
		}
		*number = *number * 10 + (uint32_t) (text.bytes[i] - '0');
	}
	return *number <= most;
}

static int hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9') {
		return byte - '0';
	}
	byte = (char) (byte | 0x20);
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* ---- IP ------------------------------------------------------------------------ */

/* Cuts off what comes before the mark, if it is there; else all of it. */
static struct wsc_slice cut(struct wsc_slice *text, char mark)
{
	const char *at = text->length > 0 ? memchr(text->bytes, mark, text->length) : NULL;
	struct wsc_slice part = *text;

	if (at) {
		part.length = (size_t) (at - text->bytes);
		text->bytes = at + 1;
		text->length -= part.length + 1;
	} else {
		text->bytes += text->length;
		text->length = 0;
	}
	return part;
}

static bool parse_ipv4(struct wsc_slice text, uint8_t bytes[4])
{
	for (int i = 0; i < 4; i++) {
		bool more = text.length > 0 && memchr(text.bytes, '.', text.length) != NULL;
		uint32_t number;

		if (more != (i < 3) || !parse_number(cut(&text, '.'), 255, &number)) {
			return false;
		}
		bytes[i] = (uint8_t) number;
	}
	return true;
}

/* One group of up to four digits at *at, which moves on; false: there is none. */
static bool parse_group(struct wsc_slice text, size_t *at, uint8_t bytes[2])
{
	size_t start = *at;
	uint32_t group = 0;

	while (*at < text.length && *at - start < 4 && hex_digit(text.bytes[*at]) >= 0) {
		group = group << 4 | (uint32_t) hex_digit(text.bytes[(*at)++]);
	}
	bytes[0] = (uint8_t) (group >> 8);
	bytes[1] = (uint8_t) group;
	return *at > start;
}

/* Is the rest a dotted IPv4 address, which may stand for the last two groups? */
static bool parse_tail(struct wsc_slice text, size_t at, size_t filled, uint8_t bytes[16])
{
	struct wsc_slice rest = {text.bytes + at, text.length - at};

	return filled <= 12 && parse_ipv4(rest, bytes + filled);
}

static bool parse_ipv6(struct wsc_slice text, uint8_t bytes[16])
{
	size_t filled = 0, at = 0;
	size_t gap = 17; /* where the :: stands; 17: nowhere yet */

	if (text.length >= 2 && text.bytes[0] == ':' && text.bytes[1] == ':') {
		gap = 0;
		at = 2;
	}
	while (at < text.length) {
		if (filled < 16 && parse_tail(text, at, filled, bytes)) {
			filled += 4;
			break;
		}
		if (filled == 16 || !parse_group(text, &at, bytes + filled)) {
			return false;
		}
		filled += 2;
		if (at == text.length) {
			break;
		}
		if (text.bytes[at++] != ':') {
			return false;
		}
		if (at < text.length && text.bytes[at] == ':') {
			if (gap <= 16) {
				return false;
			}
			gap = filled;
			at++;
		} else if (at == text.length) {
			return false; /* ends in one colon */
		}
	}
	if (gap > 16) {
		return filled == 16;
	}
	if (filled == 16) {
		return false; /* the :: stands for at least one group */
	}
	memmove(bytes + 16 - (filled - gap), bytes + gap, filled - gap);
	memset(bytes + gap, 0, 16 - filled);
	return true;
}

bool wsc_ip_parse(struct wsc_slice text, struct wsc_ip *ip)
{
	uint8_t bytes[16];

	if (parse_ipv4(text, bytes)) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV4, bytes);
		return true;
	}
	if (parse_ipv6(text, bytes)) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV6, bytes);
		return true;
	}
	return false;
}

/* ---- networks ------------------------------------------------------------------- */

bool wsc_network_parse(struct wsc_slice text, struct wsc_network *network)
{
	struct wsc_slice rest = text;
	struct wsc_slice address = cut(&rest, '/');
	bool six = address.length > 0 && memchr(address.bytes, ':', address.length) != NULL;
	uint32_t prefix;

	memset(network, 0, sizeof *network);
	if (wsc_http_same_word(text, "unix")) {
		return true;
	}
	if (!wsc_ip_parse(address, &network->ip)) {
		return false;
	}
	if (address.length == text.length) {
		network->prefix = network->ip.family == WSC_FAMILY_IPV4 ? 32 : 128;
		return true;
	}
	if (!parse_number(rest, six ? 128 : 32, &prefix)) {
		return false;
	}
	if (six && network->ip.family == WSC_FAMILY_IPV4) {
		if (prefix < 96) {
			return false; /* more than the IPv4 addresses that are written as IPv6 */
		}
		prefix -= 96;
	}
	network->prefix = (uint8_t) prefix;
	return true;
}

static bool contains(const struct wsc_network *network, const struct wsc_ip *ip)
{
	size_t whole = network->prefix / 8;
	uint8_t mask = (uint8_t) (0xFF00 >> network->prefix % 8);

	return network->ip.family == ip->family && memcmp(network->ip.bytes, ip->bytes, whole) == 0 &&
	       (mask == 0 || ((network->ip.bytes[whole] ^ ip->bytes[whole]) & mask) == 0);
}

struct wsc_network wsc_network_normal(const struct wsc_network *network)
{
	struct wsc_network normal = {.ip = {.family = network->ip.family}, .prefix = network->prefix};
	size_t whole = network->prefix / 8;

	memcpy(normal.ip.bytes, network->ip.bytes, whole);
	if (network->prefix % 8 != 0) {
		normal.ip.bytes[whole] = network->ip.bytes[whole] & (uint8_t) (0xFF00 >> network->prefix % 8);
	}
	return normal;
}

bool wsc_network_any(const struct wsc_network *networks, size_t count, const struct wsc_ip *ip)
{
	for (size_t i = 0; i < count; i++) {
		if (contains(&networks[i], ip)) {
			return true;
		}
	}
	return false;
}

/* ---- where a server listens --------------------------------------------------------- */

/* Cuts a word off the beginning; false: it does not begin so. */
static bool skip(struct wsc_slice *text, const char *word)
{
	size_t length = strlen(word);

	if (text->length < length || !wsc_http_same_word((struct wsc_slice){text->bytes, length}, word)) {
		return false;
	}
	text->bytes += length;
	text->length -= length;
	return true;
}

static enum wsc_address_status parse_tcp(struct wsc_slice text, struct wsc_address *address)
{
	struct wsc_slice host = text;
	struct wsc_slice port = {NULL, 0};
	const char *colon = text.length > 0 ? memchr(text.bytes, ':', text.length) : NULL;
	bool has_port = false;
	uint32_t number;

	address->kind = WSC_ADDRESS_TCP;
	if (text.length > 0 && text.bytes[0] == '[') {
		port = (struct wsc_slice){text.bytes + 1, text.length - 1};
		host = cut(&port, ']');
		if (host.length == text.length - 1) {
			return WSC_ADDRESS_NO_IP; /* it is not closed */
		}
		has_port = port.length > 0;
		if (has_port && !skip(&port, ":")) {
			return WSC_ADDRESS_NO_IP;
		}
	} else if (colon && !memchr(colon + 1, ':', (size_t) (text.bytes + text.length - colon - 1))) {
		port = text;
		host = cut(&port, ':');
		has_port = true;
	}
	if (host.length == 0) {
		return WSC_ADDRESS_EMPTY;
	}
	if (!wsc_ip_parse(host, &address->ip)) {
		return WSC_ADDRESS_NO_IP;
	}
	if (has_port) {
		if (!parse_number(port, 65535, &number)) {
			return WSC_ADDRESS_NO_PORT;
		}
		address->port = (uint16_t) number;
	}
	return WSC_ADDRESS_OK;
}

enum wsc_address_status wsc_address_parse(struct wsc_slice text, uint16_t port, struct wsc_address *address)
{
	uint32_t number;

	*address = (struct wsc_address){.port = port, .fd = -1};
	text = wsc_http_trim(text.bytes, text.bytes + text.length);
	if (text.length == 0) {
		return WSC_ADDRESS_EMPTY;
	}
	if (skip(&text, "unix:")) {
		skip(&text, "//");
		address->kind = WSC_ADDRESS_UNIX;
		address->name = text;
		return text.length > 0 ? WSC_ADDRESS_OK : WSC_ADDRESS_NO_PATH;
	}
	if (skip(&text, "systemd:")) {
		address->kind = WSC_ADDRESS_SYSTEMD;
		address->name = text;
		return WSC_ADDRESS_OK;
	}
	if (skip(&text, "fd:")) {
		address->kind = WSC_ADDRESS_DESCRIPTOR;
		if (!parse_number(text, 1048576, &number)) {
			return WSC_ADDRESS_NO_DESCRIPTOR;
		}
		address->fd = (int) number;
		return WSC_ADDRESS_OK;
	}
	skip(&text, "tcp://");
	return parse_tcp(text, address);
}
