/* SPDX-License-Identifier: MIT
 *
 * handshake.c: one table of requests with the exact bytes of the answer, every
 * MUST of RFC 6455 section 4.2 among them. Each row is fed to http.c cut at
 * every byte, and answered into buffers of every size.
 */
#include "../../ext/engine/handshake.c"

#include "harness.h"

#include <stdio.h>

#define HEADER_LIMIT 16
#define SIZE_LIMIT 4096

/* A request that is right, in the pieces that the rows replace. */
#define GET "GET /chat HTTP/1.1\r\n"
#define HOST_FIELD "Host: example.org\r\n"
#define UPGRADE "Upgrade: websocket\r\n"
#define CONNECTION "Connection: Upgrade\r\n"
#define KEY "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define VERSION "Sec-WebSocket-Version: 13\r\n"
#define RIGHT GET HOST_FIELD UPGRADE CONNECTION KEY VERSION
#define ASK(list) "Sec-WebSocket-Protocol: " list "\r\n"

/* The answers. */
#define POWERED "X-Powered-By: Ratchet/0.4.4\r\n\r\n"
#define AGREED(field) \
	"HTTP/1.1 101 Switching Protocols\r\n" field "Upgrade: websocket\r\n" \
	"Connection: Upgrade\r\n" \
	"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" POWERED
#define ACCEPTED AGREED("")
#define REFUSED(line) "HTTP/1.1 " line "\r\n" POWERED
#define BAD_REQUEST REFUSED("400 Bad Request")
#define NO_CONNECTION REFUSED("400 Connection Upgrade MUST be requested")
#define BAD_KEY REFUSED("400 Invalid Sec-WebSocket-Key")
#define BAD_EXTENSIONS REFUSED("400 Invalid Sec-WebSocket-Extensions")
#define BAD_PROTOCOLS REFUSED("400 Invalid Sec-WebSocket-Protocol")
#define NOT_GET "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\n" POWERED
#define BAD_HTTP REFUSED("505 HTTP Version not supported")
#define SUGGEST(reason, field) \
	"HTTP/1.1 426 " reason "\r\n" \
	"Connection: Upgrade\r\n" \
	"Upgrade: websocket\r\n" \
	"Sec-WebSocket-Version: 13\r\n" field POWERED
#define NO_UPGRADE SUGGEST("Upgrade header MUST be provided", "")
#define BAD_VERSION SUGGEST("Upgrade Required", "")
#define NO_PROTOCOL(field) SUGGEST("No Sec-WebSocket-Protocols requested supported", field)

struct server {
	const struct wsc_slice *protocols;
	size_t count;
	bool strict;
};

static const struct wsc_slice chat_and_wamp[] = {{"chat", 4}, {"wamp", 4}};
static const struct wsc_slice empty_and_chat[] = {{"", 0}, {"chat", 4}};

static const struct server bare = {NULL, 0, true};
static const struct server bare_lax = {NULL, 0, false};
static const struct server strict = {chat_and_wamp, 2, true};
static const struct server with_empty = {empty_and_chat, 2, true};
static const struct server lax = {chat_and_wamp, 2, false};

/* clang-format off */
static const struct {
	const char *name;
	const struct server *server;
	const char *head;
	const char *answer;
} rows[] = {
	{"the sample", &bare, RIGHT "\r\n", ACCEPTED},
	{"a browser", &bare,
	 GET HOST_FIELD "Connection: keep-alive, Upgrade\r\nPragma: no-cache\r\nUser-Agent: M\r\nUpgrade: websocket\r\n"
	 "Origin: http://example.org\r\n" VERSION "Accept-Encoding: gzip\r\nCookie: a=b; c=d\r\n" KEY
	 "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n",
	 ACCEPTED},
	{"names in any case", &bare,
	 GET "hOST: a\r\nuPGRADE: WebSocket\r\ncONNECTION: uPGRADE\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
	 "SEC-WEBSOCKET-VERSION: 13\r\n\r\n",
	 ACCEPTED},
	{"extensions are declined", &bare, RIGHT "Sec-WebSocket-Extensions: bogus; a=1,, x\r\n\r\n", ACCEPTED},
	{"extensions that are none", &bare, RIGHT "Sec-WebSocket-Extensions: bogus; ;;\r\n\r\n", BAD_EXTENSIONS},

	{"POST", &bare, "POST /chat HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", NOT_GET},
	{"HEAD", &bare, "HEAD /chat HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", NOT_GET},
	{"get", &bare, "get /chat HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", NOT_GET},
	{"GETS", &bare, "GETS /chat HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", NOT_GET},
	{"the method comes first", &strict, "PUT * HTTP/1.0\r\n\r\n", NOT_GET},

	{"HTTP/1.0", &bare, "GET / HTTP/1.0\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_HTTP},
	{"HTTP/0.9", &bare, "GET / HTTP/0.9\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_HTTP},
	{"HTTP/2.0", &bare, "GET / HTTP/2.0\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_HTTP},
	{"HTTP/2.1", &bare, "GET / HTTP/2.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_HTTP},
	{"a later HTTP/1", &bare, "GET / HTTP/1.2\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", ACCEPTED},
	{"the version comes second", &bare, "GET * HTTP/1.0\r\n\r\n", BAD_HTTP},

	{"absolute form", &bare, "GET http://a/b HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", ACCEPTED},
	{"absolute form, no host", &bare, "GET http://:80/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, userinfo", &bare, "GET http://me@a/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, bad port", &bare, "GET http://a:x/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, port too large", &bare, "GET http://a:65536/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, half a bracket", &bare, "GET http://[::1/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, escape", &bare, "GET http://a%2/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, backslash", &bare, "GET http://a\\b/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"absolute form, https", &bare, "GET HTTPS://a HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n",
	 ACCEPTED},
	{"absolute form, ws", &bare, "GET ws://a:1/?b HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n",
	 ACCEPTED},
	{"absolute form, wss", &bare, "GET Wss://a HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n",
	 ACCEPTED},
	{"two slashes", &bare, "GET //a HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", ACCEPTED},
	{"asterisk form", &bare, "GET * HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"authority form", &bare, "GET a:80 HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"no slash", &bare, "GET chat HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"another scheme", &bare, "GET ftp://a/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n",
	 BAD_REQUEST},
	{"half a scheme", &bare, "GET ws:/ HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"no authority", &bare, "GET ws:// HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"empty authority", &bare, "GET ws:///a HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n",
	 BAD_REQUEST},
	{"fragment", &bare, "GET /a#b HTTP/1.1\r\n" HOST_FIELD UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},

	{"no Host", &bare, GET UPGRADE CONNECTION KEY VERSION "\r\n", BAD_REQUEST},
	{"Host before Upgrade", &bare, GET "\r\n", BAD_REQUEST},
	{"Content-Length: 0", &bare, RIGHT "Content-Length: 0\r\n\r\n", ACCEPTED},
	{"Content-Length: 000", &bare, RIGHT "Content-Length: 000\r\n\r\n", ACCEPTED},
	{"Content-Length: 1", &bare, RIGHT "Content-Length: 1\r\n\r\n", BAD_REQUEST},
	{"Content-Length: 20", &bare, RIGHT "Content-Length: 20\r\n\r\n", BAD_REQUEST},
	{"Content-Length: 010", &bare, RIGHT "Content-Length: 010\r\n\r\n", BAD_REQUEST},
	{"Content-Length beyond 64 bits", &bare, RIGHT "Content-Length: 18446744073709551616\r\n\r\n", BAD_REQUEST},
	{"Transfer-Encoding", &bare, RIGHT "Transfer-Encoding: chunked\r\n\r\n", BAD_REQUEST},
	{"any Transfer-Encoding", &bare, RIGHT "Transfer-Encoding:\r\n\r\n", BAD_REQUEST},

	{"no Upgrade", &bare, GET HOST_FIELD CONNECTION KEY VERSION "\r\n", NO_UPGRADE},
	{"empty Upgrade", &bare, GET HOST_FIELD "Upgrade:\r\n" CONNECTION KEY VERSION "\r\n", NO_UPGRADE},
	{"Upgrade to another", &bare, GET HOST_FIELD "Upgrade: h2c\r\n" CONNECTION KEY VERSION "\r\n", NO_UPGRADE},
	{"Upgrade with a version", &bare, GET HOST_FIELD "Upgrade: websocket/13\r\n" CONNECTION KEY VERSION "\r\n",
	 NO_UPGRADE},
	{"Upgrade list", &bare, GET HOST_FIELD "Upgrade: h2c, websocket\r\n" CONNECTION KEY VERSION "\r\n", ACCEPTED},
	{"Upgrade twice", &bare, GET HOST_FIELD "Upgrade: h2c\r\nUpgrade: websocket\r\n" CONNECTION KEY VERSION "\r\n",
	 ACCEPTED},
	{"no Upgrade, with sub-protocols", &strict, GET HOST_FIELD "\r\n",
	 SUGGEST("Upgrade header MUST be provided", "Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"Upgrade before Connection", &bare, GET HOST_FIELD KEY VERSION "\r\n", NO_UPGRADE},

	{"no Connection", &bare, GET HOST_FIELD UPGRADE KEY VERSION "\r\n", NO_CONNECTION},
	{"another Connection", &bare, GET HOST_FIELD UPGRADE "Connection: close\r\n" KEY VERSION "\r\n", NO_CONNECTION},
	{"nearly a token", &bare, GET HOST_FIELD UPGRADE "Connection: upgraded\r\n" KEY VERSION "\r\n", NO_CONNECTION},
	{"Connection before Key", &bare, GET HOST_FIELD UPGRADE VERSION "\r\n", NO_CONNECTION},

	{"no Key", &bare, GET HOST_FIELD UPGRADE CONNECTION VERSION "\r\n", BAD_KEY},
	{"Key twice", &bare, RIGHT KEY "\r\n", BAD_KEY},
	{"empty Key", &bare, GET HOST_FIELD UPGRADE CONNECTION "Sec-WebSocket-Key:\r\n" VERSION "\r\n", BAD_KEY},
	{"Key of 15 bytes", &bare,
	 GET HOST_FIELD UPGRADE CONNECTION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j\r\n" VERSION "\r\n", BAD_KEY},
	{"Key of 17 bytes", &bare,
	 GET HOST_FIELD UPGRADE CONNECTION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZWU=\r\n" VERSION "\r\n", BAD_KEY},
	{"the key of RFC 6455 4.1, which is not canonical", &bare,
	 GET HOST_FIELD UPGRADE CONNECTION "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==\r\n" VERSION "\r\n",
	 "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	 "Sec-WebSocket-Accept: OfS0wDaT5NoxF2gqm7Zj2YtetzM=\r\n" POWERED},
	{"Key before Version", &bare, GET HOST_FIELD UPGRADE CONNECTION "\r\n", BAD_KEY},

	{"sub-protocols that are none", &strict, RIGHT ASK("chat, a b") "\r\n", BAD_PROTOCOLS},
	{"… in a second line", &strict, RIGHT ASK("chat") ASK("a/b") "\r\n", BAD_PROTOCOLS},
	{"… for a server without", &bare_lax, RIGHT ASK("a:b") "\r\n", BAD_PROTOCOLS},
	{"no Version", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "\r\n", BAD_VERSION},
	{"Version twice", &bare, RIGHT VERSION "\r\n", BAD_VERSION},
	{"Version 8", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "Sec-WebSocket-Version: 8\r\n\r\n", BAD_VERSION},
	{"Version 12", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "Sec-WebSocket-Version: 12\r\n\r\n", BAD_VERSION},
	{"Version 013", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "Sec-WebSocket-Version: 013\r\n\r\n", BAD_VERSION},
	{"Version 130", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "Sec-WebSocket-Version: 130\r\n\r\n", BAD_VERSION},
	{"Version list", &bare, GET HOST_FIELD UPGRADE CONNECTION KEY "Sec-WebSocket-Version: 13, 8\r\n\r\n", BAD_VERSION},
	{"Version before sub-protocols", &strict, GET HOST_FIELD UPGRADE CONNECTION KEY ASK("x") "\r\n",
	 SUGGEST("Upgrade Required", "Sec-WebSocket-Protocol: chat, wamp\r\n")},

	{"none offered, none known", &bare_lax, RIGHT "\r\n", ACCEPTED},
	{"none offered", &strict, RIGHT "\r\n",
	 SUGGEST("No Sec-WebSocket-Protocols requested supported", "Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"none offered, lax", &lax, RIGHT "\r\n", ACCEPTED},
	{"one agreed", &strict, RIGHT ASK("chat") "\r\n", AGREED(ASK("chat"))},
	{"one agreed, lax", &lax, RIGHT ASK("chat") "\r\n", AGREED(ASK("chat"))},
	{"the client's order", &strict, RIGHT ASK("wamp, chat") "\r\n", AGREED(ASK("wamp"))},
	{"the first that is known", &strict, RIGHT ASK("x,y ,\twamp\t,chat") "\r\n", AGREED(ASK("wamp"))},
	{"two fields", &strict, RIGHT ASK("x") ASK("chat, wamp") "\r\n", AGREED(ASK("chat"))},
	{"the first field first", &strict, RIGHT ASK("wamp") ASK("chat") "\r\n", AGREED(ASK("wamp"))},
	{"holes in the list", &strict, RIGHT ASK(",, ,chat,") "\r\n", AGREED(ASK("chat"))},
	{"a hole is not an empty name", &with_empty, RIGHT ASK(", chat") "\r\n", AGREED(ASK("chat"))},
	{"the same twice", &strict, RIGHT ASK("chat, chat") "\r\n", AGREED(ASK("chat"))},
	{"none in common", &strict, RIGHT ASK("x, y") "\r\n", NO_PROTOCOL("Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"none in common, lax", &lax, RIGHT ASK("x, y") "\r\n", ACCEPTED},
	{"another case", &strict, RIGHT ASK("Chat") "\r\n", NO_PROTOCOL("Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"a beginning", &strict, RIGHT ASK("cha, chats") "\r\n", NO_PROTOCOL("Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"an empty offer", &strict, RIGHT ASK("") "\r\n", NO_PROTOCOL("Sec-WebSocket-Protocol: chat, wamp\r\n")},
	{"an empty offer, lax", &lax, RIGHT ASK("") "\r\n", ACCEPTED},
	{"offers to a server without", &bare, RIGHT ASK("chat") "\r\n", NO_PROTOCOL("")},
	{"offers to a server without, lax", &bare_lax, RIGHT ASK("chat") "\r\n", ACCEPTED},
};
/* clang-format on */

static struct wsc_handshake handshake_of(const struct server *server)
{
	return (struct wsc_handshake){
		.protocols = server->protocols,
		.protocol_count = server->count,
		.strict = server->strict,
		.sha1 = harness_sha1,
		.status = -1,
		.protocol = {"left over", 9},
	};
}

/* The status of a row, from its answer. */
static int status_of(const char *answer)
{
	return atoi(answer + strlen("HTTP/1.1 "));
}

static void every_cut(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		size_t length = strlen(rows[i].head);

		for (size_t cut = 0; cut < length; cut++) {
			struct wsc_header headers[HEADER_LIMIT];
			struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
			struct wsc_handshake handshake = handshake_of(rows[i].server);
			size_t size = wsc_handshake_size(&handshake);
			char *first = harness_copy(rows[i].head, cut);
			char *second = harness_copy(rows[i].head, length);
			char *out = malloc(size);
			size_t written;

			CHECKF(wsc_http_parse(first, cut, 0, SIZE_LIMIT, &request) == WSC_HTTP_MORE, "%s", rows[i].name);
			free(first);
			if (CHECKF(wsc_http_parse(second, length, cut, SIZE_LIMIT, &request) == (long) length, "%s",
			           rows[i].name)) {
				written = wsc_handshake(&request, &handshake, out, size);
				CHECKF(written == strlen(rows[i].answer) && memcmp(out, rows[i].answer, written) == 0,
				       "%s, cut %zu: %.*s", rows[i].name, cut, (int) written, out);
				CHECKF(handshake.status == status_of(rows[i].answer), "%s: %d", rows[i].name, handshake.status);
			}
			free(second);
			free(out);
		}
	}
}

/* All of the answer or nothing, and never a byte beyond the buffer. */
static void every_size(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_header headers[HEADER_LIMIT];
		struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
		struct wsc_handshake handshake = handshake_of(rows[i].server);
		size_t length = strlen(rows[i].answer);

		CHECKF(wsc_http_parse(rows[i].head, strlen(rows[i].head), 0, SIZE_LIMIT, &request) > 0, "%s", rows[i].name);
		for (size_t size = 0; size <= length + 1; size++) {
			char *out = harness_copy(rows[i].answer, size <= length ? size : length + 1);
			size_t written = wsc_handshake(&request, &handshake, out, size);

			CHECKF(written == (size < length ? 0 : length), "%s, size %zu: %zu", rows[i].name, size, written);
			CHECKF(handshake.status == status_of(rows[i].answer), "%s, size %zu", rows[i].name, size);
			free(out);
		}
	}
}

/* The agreed sub-protocol is a slice of the request, and is empty without one. */
static void agreed_protocol(void)
{
	static const char with[] = RIGHT ASK("x, wamp") "\r\n";
	static const char without[] = RIGHT ASK("x, y") "\r\n";
	struct wsc_header headers[HEADER_LIMIT];
	struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
	struct wsc_handshake handshake = handshake_of(&lax);
	char out[1024];

	CHECK(wsc_http_parse(with, sizeof(with) - 1, 0, SIZE_LIMIT, &request) > 0);
	wsc_handshake(&request, &handshake, out, sizeof(out));
	CHECK(handshake.protocol.length == 4);
	CHECK(handshake.protocol.bytes == strstr(with, "wamp"));
	CHECK(wsc_http_parse(without, sizeof(without) - 1, 0, SIZE_LIMIT, &request) > 0);
	wsc_handshake(&request, &handshake, out, sizeof(out));
	CHECK(handshake.protocol.length == 0);
}

/* Many and long names: wsc_handshake_size() counts them all. */
static void size_is_enough(void)
{
	static const char head[] = GET HOST_FIELD "\r\n";
	struct wsc_slice names[50];
	char name[300];

	memset(name, 'n', sizeof(name));
	for (size_t count = 0; count <= LENGTH(names); count++) {
		const struct server server = {names, count, true};
		struct wsc_header headers[HEADER_LIMIT];
		struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT};
		struct wsc_handshake handshake = handshake_of(&server);
		size_t size;
		size_t written;
		char *out;

		for (size_t i = 0; i < count; i++) {
			names[i] = (struct wsc_slice){name, i * 6};
		}
		size = wsc_handshake_size(&handshake);
		out = malloc(size);
		CHECK(wsc_http_parse(head, sizeof(head) - 1, 0, SIZE_LIMIT, &request) > 0);
		written = wsc_handshake(&request, &handshake, out, size);
		CHECKF(written > 0 && written <= size, "%zu names: %zu of %zu", count, written, size);
		CHECK(handshake.status == 426);
		free(out);
	}
}

void test_handshake(void)
{
	RUN(every_cut);
	RUN(every_size);
	RUN(agreed_protocol);
	RUN(size_is_enough);
}
