/* SPDX-License-Identifier: MIT
 *
 * wsc_handshake() on every head that wsc_http_parse() lets through. It must say
 * 101 exactly when RFC 6455 4.2.1 does, read here once more; and whatever the
 * client sent, the answer may only be made of lines that are known beforehand:
 * of the request nothing comes back but one name of a sub-protocol, which is the
 * server's own. What is agreed on about compression says offers.h.
 *
 * Input: the head; behind it the sub-protocols of the server and whether it is
 * strict and compresses, then a size that is too small.
 */
#include "offers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <ctype.h>
#include <openssl/evp.h>

#define FIELDS_MAX 100
#define HEAD_MAX 16384
#define PROTOCOLS 6

static const char *const protocols[PROTOCOLS] = {"chat", "superchat", "v1.wamp", "Chat", "c", "soap"};

/* ---- RFC 6455 4.2.1 once more --------------------------------------------- */

static bool is_word(struct wsc_slice slice, const char *word)
{
	return slice.length == strlen(word) && strncasecmp(slice.bytes, word, slice.length) == 0;
}

static bool equals(struct wsc_slice slice, const char *text)
{
	return slice.length == strlen(text) && memcmp(slice.bytes, text, slice.length) == 0;
}

static size_t count_of(const struct wsc_request *request, const char *name, struct wsc_slice *last)
{
	size_t count = 0;

	for (size_t i = 0; i < request->header_count; i++) {
		if (is_word(request->headers[i].name, name)) {
			*last = request->headers[i].value;
			count++;
		}
	}
	return count;
}

/* The next member of a list of RFC 9110 5.6.1, without the white space around
 * it, and moves *list behind its comma. false: that was the last. */
static bool next_member(struct wsc_slice *list, struct wsc_slice *member)
{
	size_t length = 0;

	if (list->bytes == NULL) {
		return false;
	}
	while (length < list->length && list->bytes[length] != ',') {
		length++;
	}
	*member = (struct wsc_slice){list->bytes, length};
	if (length < list->length) {
		*list = (struct wsc_slice){list->bytes + length + 1, list->length - length - 1};
	} else {
		*list = (struct wsc_slice){NULL, 0};
	}
	while (member->length > 0 && strchr(" \t", member->bytes[0]) != NULL) {
		member->bytes++;
		member->length--;
	}
	while (member->length > 0 && strchr(" \t", member->bytes[member->length - 1]) != NULL) {
		member->length--;
	}
	return true;
}

static bool has_member(const struct wsc_request *request, const char *name, const char *word)
{
	for (size_t i = 0; i < request->header_count; i++) {
		struct wsc_slice list = request->headers[i].value;
		struct wsc_slice member;

		while (is_word(request->headers[i].name, name) && next_member(&list, &member)) {
			if (is_word(member, word)) {
				return true;
			}
		}
	}
	return false;
}

/* OpenSSL decodes it to 18 bytes, of which two are padding. */
static bool good_key(struct wsc_slice key)
{
	unsigned char text[25] = {0};
	unsigned char decoded[18];

	if (key.length != 24 || memchr(key.bytes, '=', 22) != NULL || memcmp(key.bytes + 22, "==", 2) != 0) {
		return false;
	}
	memcpy(text, key.bytes, key.length);
	return EVP_DecodeBlock(decoded, text, 24) == 18;
}

static bool good_port(const char *at, const char *end)
{
	unsigned long port = 0;

	for (; at < end && *at >= '0' && *at <= '9' && port <= 65535; at++) {
		port = port * 10 + (unsigned long) (*at - '0');
	}
	return at == end && port <= 65535;
}

/* host [ ":" port ], without a user */
static bool good_authority(const char *at, const char *end)
{
	static const char marks[] = "-._~!$&'()*+,;=";
	const char *colon;

	if (at < end && *at == '[') {
		const char *close = memchr(at, ']', (size_t) (end - at));

		if (close == NULL || memchr(at, ':', (size_t) (close - at)) == NULL) {
			return false;
		}
		for (at++; at < close; at++) {
			if (!isxdigit((unsigned char) *at) && *at != ':' && *at != '.') {
				return false;
			}
		}
		return close + 1 == end || (close[1] == ':' && good_port(close + 2, end));
	}
	colon = memchr(at, ':', (size_t) (end - at));
	colon = colon != NULL ? colon : end;
	if (colon == at || !good_port(colon < end ? colon + 1 : end, end)) {
		return false;
	}
	for (; at < colon; at++) {
		if (*at == '%' && colon - at > 2 && isxdigit((unsigned char) at[1]) && isxdigit((unsigned char) at[2])) {
			at += 2;
		} else if (!isalnum((unsigned char) *at) && strchr(marks, *at) == NULL) {
			return false;
		}
	}
	return true;
}

/* An absolute path or an absolute URI with an authority; no fragment. */
static bool good_target(struct wsc_slice target)
{
	static const char *const schemes[] = {"ws", "wss", "http", "https"};
	const char *colon = memchr(target.bytes, ':', target.length);
	size_t left;

	if (memchr(target.bytes, '#', target.length) != NULL) {
		return false;
	}
	if (target.bytes[0] == '/') {
		return true;
	}
	for (size_t i = 0; i < LENGTH(schemes) && colon != NULL; i++) {
		left = target.length - (size_t) (colon - target.bytes);
		if (is_word((struct wsc_slice){target.bytes, (size_t) (colon - target.bytes)}, schemes[i])) {
			const char *authority = colon + 3;
			const char *end = authority;

			while (left > 3 && end < target.bytes + target.length && *end != '/' && *end != '?') {
				end++;
			}
			return left > 3 && memcmp(colon, "://", 3) == 0 && good_authority(authority, end);
		}
	}
	return false;
}

/* A body is announced. */
static bool has_body(const struct wsc_request *request)
{
	struct wsc_slice value;

	if (count_of(request, "transfer-encoding", &value) > 0) {
		return true;
	}
	if (count_of(request, "content-length", &value) == 0) {
		return false;
	}
	while (value.length > 0 && *value.bytes == '0') {
		value.bytes++;
		value.length--;
	}
	return value.length > 0;
}

/* The first name of the client's that is also the server's, or NULL. */
static const char *common_protocol(const struct wsc_request *request, uint8_t spoken)
{
	for (size_t i = 0; i < request->header_count; i++) {
		struct wsc_slice list = request->headers[i].value;
		struct wsc_slice member;

		while (is_word(request->headers[i].name, "sec-websocket-protocol") && next_member(&list, &member)) {
			for (size_t k = 0; k < PROTOCOLS; k++) {
				if ((spoken >> k & 1) != 0 && equals(member, protocols[k])) {
					return protocols[k];
				}
			}
		}
	}
	return NULL;
}

/* Are the names of sub-protocols tokens, or empty? */
static bool good_protocols(const struct wsc_request *request)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";

	for (size_t i = 0; i < request->header_count; i++) {
		struct wsc_slice list = request->headers[i].value;
		struct wsc_slice member;

		while (is_word(request->headers[i].name, "sec-websocket-protocol") && next_member(&list, &member)) {
			for (size_t k = 0; k < member.length; k++) {
				if (!isalnum((unsigned char) member.bytes[k]) && strchr(marks, member.bytes[k]) == NULL) {
					return false;
				}
			}
		}
	}
	return true;
}

/* May this be answered with 101, but for the sub-protocol? *key is then the key. */
static bool may_upgrade(const struct wsc_request *request, struct wsc_slice *key)
{
	struct wsc_slice value;

	return equals(request->method, "GET") && request->version_major == 1 && request->version_minor >= 1 &&
	       good_target(request->target) && count_of(request, "host", &value) == 1 && value.length > 0 &&
	       !has_body(request) && has_member(request, "upgrade", "websocket") &&
	       has_member(request, "connection", "upgrade") && count_of(request, "sec-websocket-version", &value) == 1 &&
	       equals(value, "13") && count_of(request, "sec-websocket-key", key) == 1 && good_key(*key);
}

/* ---- the answer ------------------------------------------------------------ */

struct expected {
	int status;
	char protocol_line[256]; /* of a 101 or of a 426; "": none */
	char accept_line[64];
	char extension_line[WSC_EXTENSION_ANSWER_SIZE]; /* "": none */
};

static void expect_accept(struct expected *expected, struct wsc_slice key)
{
	char text[64];
	uint8_t digest[20];

	snprintf(text, sizeof text, "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key.bytes);
	fuzz_sha1(text, strlen(text), digest);
	strcpy(expected->accept_line, "Sec-WebSocket-Accept: ");
	EVP_EncodeBlock((unsigned char *) expected->accept_line + strlen(expected->accept_line), digest, 20);
}

static void expect_protocols(struct expected *expected, uint8_t spoken)
{
	for (size_t i = 0; i < PROTOCOLS; i++) {
		if ((spoken >> i & 1) != 0) {
			strcat(expected->protocol_line, expected->protocol_line[0] == 0 ? "Sec-WebSocket-Protocol: " : ", ");
			strcat(expected->protocol_line, protocols[i]);
		}
	}
}

/* Is it one of the status lines that this status may have? */
static bool known_status_line(const char *line, int status)
{
	static const char *const lines[] = {
		"HTTP/1.1 101 Switching Protocols",
		"HTTP/1.1 400 Bad Request",
		"HTTP/1.1 400 Connection Upgrade MUST be requested",
		"HTTP/1.1 400 Invalid Sec-WebSocket-Extensions",
		"HTTP/1.1 400 Invalid Sec-WebSocket-Key",
		"HTTP/1.1 400 Invalid Sec-WebSocket-Protocol",
		"HTTP/1.1 405 Method Not Allowed",
		"HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported",
		"HTTP/1.1 426 Upgrade Required",
		"HTTP/1.1 426 Upgrade header MUST be provided",
		"HTTP/1.1 505 HTTP Version not supported",
	};

	for (size_t i = 0; i < LENGTH(lines); i++) {
		if (strcmp(line, lines[i]) == 0) {
			return atoi(line + strlen("HTTP/1.1 ")) == status;
		}
	}
	return false;
}

/* Is it a field that the answer may have? */
static bool known_field(const char *line, const struct expected *expected)
{
	if (strcmp(line, "X-Powered-By: " WSC_POWERED_BY) == 0) {
		return true;
	}
	if (strcmp(line, "Allow: GET") == 0) {
		return expected->status == 405;
	}
	if (strcmp(line, "Sec-WebSocket-Version: 13") == 0) {
		return expected->status == 426;
	}
	if (strcmp(line, "Upgrade: websocket") == 0 || strcmp(line, "Connection: Upgrade") == 0) {
		return expected->status == 101 || expected->status == 426;
	}
	if (strncmp(line, "Sec-WebSocket-Protocol:", 23) == 0) {
		return strcmp(line, expected->protocol_line) == 0;
	}
	if (strncmp(line, "Sec-WebSocket-Extensions:", 25) == 0) {
		return strcmp(line, expected->extension_line) == 0;
	}
	return expected->status == 101 && strcmp(line, expected->accept_line) == 0;
}

/* How many fields an answer of this status has. */
static size_t field_count(const struct expected *expected)
{
	size_t protocol = expected->protocol_line[0] != 0 ? 1 : 0;

	switch (expected->status) {
	case 101:
		return 4 + protocol + (expected->extension_line[0] != 0 ? 1 : 0);
	case 426:
		return 4 + protocol;
	case 405:
		return 2;
	default:
		return 1;
	}
}

/* Lines that are known, each once, an empty one at the end and nothing behind. */
static void check_answer(char *answer, size_t length, const struct expected *expected)
{
	char *lines[16];
	size_t count = 0;
	char *at = answer;
	char *end;

	ASSERT(memchr(answer, 0, length) == NULL);
	answer[length] = 0;
	while ((end = strstr(at, "\r\n")) != NULL) {
		*end = 0;
		ASSERT(count < LENGTH(lines));
		lines[count++] = at;
		at = end + 2;
	}
	ASSERT(at == answer + length);
	ASSERT(count == field_count(expected) + 2);
	ASSERT(known_status_line(lines[0], expected->status));
	ASSERT(lines[count - 1][0] == 0);
	for (size_t i = 1; i + 1 < count; i++) {
		ASSERT(known_field(lines[i], expected));
		for (size_t k = 1; k < i; k++) {
			ASSERT(strcmp(lines[i], lines[k]) != 0);
		}
	}
}

/* Where there is too little room nothing is written, or at least not beyond it. */
static void check_small(const struct wsc_request *request, const struct wsc_handshake *handshake, size_t size)
{
	struct wsc_handshake again = *handshake;
	char *out = fuzz_copy(NULL, 0);

	if (size > 0) {
		free(out);
		out = malloc(size);
		ASSERT(out != NULL);
	}
	ASSERT(wsc_handshake(request, &again, out, size) == 0);
	ASSERT(again.status == handshake->status);
	free(out);
}

/* The terms are those of offers.h, and the line says them. */
static void expect_extension(struct expected *expected, const struct wsc_request *request,
                             const struct wsc_handshake *handshake)
{
	struct wsc_deflate_terms terms = offers_judge(request, &handshake->policy);
	char line[WSC_EXTENSION_ANSWER_SIZE];
	size_t length = wsc_extension_answer(&handshake->terms, line);

	ASSERT(handshake->terms.agreed == terms.agreed);
	ASSERT(!terms.agreed || handshake->terms.server_takeover == terms.server_takeover);
	ASSERT(!terms.agreed || handshake->terms.client_takeover == terms.client_takeover);
	ASSERT(!terms.agreed || handshake->terms.server_bits == terms.server_bits);
	ASSERT(!terms.agreed || handshake->terms.client_bits == terms.client_bits);
	ASSERT(offers_answer_fits(request, &handshake->policy, line, length));
	if (length > 0) {
		memcpy(expected->extension_line, line, length - 2);
	}
}

static struct wsc_deflate_policy make_policy(uint8_t settings, uint16_t small)
{
	return (struct wsc_deflate_policy){
		.enabled = (settings & 0x40) != 0,
		.server_context_takeover = (small & 1) != 0,
		.client_context_takeover = (small & 2) != 0,
		.server_max_window_bits = (uint8_t) (8 + (small >> 2 & 7)),
		.client_max_window_bits = (uint8_t) (8 + (small >> 5 & 7)),
		.least_server_bits = 9,
	};
}

static void check_handshake(const struct wsc_request *request, uint8_t settings, uint16_t small)
{
	struct wsc_slice spoken[PROTOCOLS];
	struct wsc_handshake handshake = {
		.protocols = spoken,
		.strict = (settings & 0x80) != 0,
		.sha1 = fuzz_sha1,
		.policy = make_policy(settings, small),
	};
	struct expected expected = {0};
	struct wsc_slice key;
	const char *protocol = common_protocol(request, settings);
	struct wsc_slice offer;
	bool upgrade = may_upgrade(request, &key);
	size_t length;
	char *out;

	for (size_t i = 0; i < PROTOCOLS; i++) {
		if ((settings >> i & 1) != 0) {
			spoken[handshake.protocol_count++] = (struct wsc_slice){protocols[i], strlen(protocols[i])};
		}
	}
	if (protocol == NULL && handshake.strict &&
	    (handshake.protocol_count > 0 || count_of(request, "sec-websocket-protocol", &offer) > 0)) {
		upgrade = false;
	}
	upgrade = upgrade && good_protocols(request) && offers_well_formed(request);
	out = malloc(wsc_handshake_size(&handshake) + 1);
	ASSERT(out != NULL);
	length = wsc_handshake(request, &handshake, out, wsc_handshake_size(&handshake));
	ASSERT(length > 0 && length <= wsc_handshake_size(&handshake));
	ASSERT((handshake.status == 101) == upgrade);

	expected.status = handshake.status;
	if (upgrade) {
		ASSERT(protocol == NULL ? handshake.protocol.length == 0 : equals(handshake.protocol, protocol));
		expect_accept(&expected, key);
		expect_extension(&expected, request, &handshake);
		if (protocol != NULL) {
			snprintf(expected.protocol_line, sizeof expected.protocol_line, "Sec-WebSocket-Protocol: %s", protocol);
		}
	} else if (expected.status == 426) {
		expect_protocols(&expected, settings);
	}
	check_answer(out, length, &expected);
	free(out);
	check_small(request, &handshake, small % length);
	check_small(request, &handshake, length - 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	uint8_t settings = fuzz_byte(&input);
	uint16_t small = fuzz_word(&input);
	struct wsc_header headers[FIELDS_MAX];
	struct wsc_request request = {.headers = headers, .header_limit = FIELDS_MAX};
	char *copy = fuzz_copy(bytes, input.length);

	if (wsc_http_parse(copy, input.length, 0, HEAD_MAX, &request) > 0) {
		check_handshake(&request, settings, small);
	}
	free(copy);
	return 0;
}
