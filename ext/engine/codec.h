/* SPDX-License-Identifier: MIT
 *
 * L0: bytes in, verdict out. The functions of simd.c, utf8.c, frame.c,
 * accept_key.c, http.c, date.c, path.c, media.c, condition.c, extension.c, handshake.c,
 * address.c, proxy.c, forwarded.c and web_origin.c.
 * None of them knows a descriptor, a clock, libevent or the heap; none keeps a pointer
 * to its arguments but where it says so, and none runs user code.
 */
#ifndef WSC_CODEC_H
#define WSC_CODEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of somebody else's buffer. */
struct wsc_slice {
	const char *bytes;
	size_t length;
};

/* ---- simd.c: whole blocks of bytes at once -------------------------------- */

/* Both return how many bytes they are through with, from the start; that may be
 * none. The rest is the caller's. */
struct wsc_simd {
	const char *name;
	/* dst[i] = src[i] ^ the bytes of key in memory, again and again; whole keys.
	 * dst may equal src, they may not overlap otherwise. */
	size_t (*unmask)(uint8_t *dst, const uint8_t *src, size_t length, uint64_t key);
	/* Passes over UTF-8: whole code points, all of them valid. What comes next may
	 * be valid, too. */
	size_t (*utf8)(const uint8_t *bytes, size_t length);
};

/* Used by frame.c and utf8.c. What every processor of this kind can run, until … */
extern struct wsc_simd wsc_simd;

/* … this finds the best one: once, before a second thread may be there. */
void wsc_simd_init(void);

/* The n-th (from 0) that this processor can run, for tests; NULL: no more. */
const struct wsc_simd *wsc_simd_path(size_t n);

/* ---- utf8.c: RFC 3629, incremental, fails at the first bad byte --------- */

struct wsc_utf8 {
	uint8_t state; /* 0: between two code points */
};

/* false: the byte that makes the text invalid is among these. The state is
 * then of no more use. */
bool wsc_utf8_feed(struct wsc_utf8 *utf8, const uint8_t *bytes, size_t length);

static inline bool wsc_utf8_complete(const struct wsc_utf8 *utf8)
{
	return utf8->state == 0;
}

/* ---- frame.c: RFC 6455 section 5.2 ------------------------------------- */

#define WSC_FRAME_HEADER_MAX 14
#define WSC_FRAME_MASK_SIZE 4
#define WSC_FRAME_SHORT_HEADER 6 /* of a masked frame of at most 125 bytes */

struct wsc_frame_header {
	bool fin;
	uint8_t rsv; /* RSV1 = 4, RSV2 = 2, RSV3 = 1 */
	uint8_t opcode;
	bool masked;
	uint8_t key[WSC_FRAME_MASK_SIZE];
	uint64_t length;
};

/* How many bytes the header has, from its first two (2 … 14). */
size_t wsc_frame_header_size(const uint8_t bytes[2]);

/* Decodes a whole header of wsc_frame_header_size() bytes. false: the length
 * is not in its shortest form or has its top bit set. */
bool wsc_frame_decode(const uint8_t *bytes, struct wsc_frame_header *header);

/* Encodes the header of an unmasked frame, 2 to 10 bytes; returns how many. */
size_t wsc_frame_encode(uint8_t out[10], bool fin, uint8_t rsv, uint8_t opcode, uint64_t length);

/* dst[i] = src[i] ^ key[(phase + i) % 4]. dst may equal src, they may not
 * overlap otherwise. */
void wsc_frame_unmask(uint8_t *dst, const uint8_t *src, size_t length, const uint8_t key[WSC_FRAME_MASK_SIZE],
                      size_t phase);

/* May a peer send this close code? RFC 6455 7.4.2 and the IANA registry:
 * 1000-1003, 1007-1014, 3000-4999. */
bool wsc_frame_close_code_valid(uint16_t code);

/* ---- accept_key.c: RFC 6455 section 4.2.2 ------------------------------ */

#define WSC_ACCEPT_KEY_SIZE 28

typedef void (*wsc_sha1)(const void *bytes, size_t length, uint8_t digest[20]);

/* Is this the base64 of exactly 16 bytes? */
bool wsc_accept_key_valid(struct wsc_slice key);

/* The value of Sec-WebSocket-Accept, not terminated. `key` was found valid. */
void wsc_accept_key(struct wsc_slice key, wsc_sha1 sha1, char out[WSC_ACCEPT_KEY_SIZE]);

/* ---- http.c: the request head, RFC 9112 sections 2 to 5 ------------------ */

/* Who answers, in every response of the engine: the Ratchet whose ways it has. */
#define WSC_POWERED_BY "Ratchet/0.4.4"

struct wsc_header {
	struct wsc_slice name;
	struct wsc_slice value; /* without the white space around it */
};

struct wsc_request {
	struct wsc_slice method;
	struct wsc_slice target;
	uint8_t version_major;
	uint8_t version_minor;
	struct wsc_header *headers; /* the caller's array … */
	size_t header_limit;        /* … of so many         */
	size_t header_count;
};

/* What wsc_http_parse() returns. > 0: the bytes of the head, its empty line
 * included. < 0: minus the HTTP status that refuses it. */
enum wsc_http_result {
	WSC_HTTP_MORE = 0 /* not yet a whole head */
};

/*
 * Parses a request head at the start of `bytes`. `seen` is how many of them an
 * earlier call has already looked at (0 at first, then the `length` for which
 * it said WSC_HTTP_MORE), so that a slow peer does not make the work quadratic.
 * The bytes may have moved in between. `size_limit` counts the bytes of the
 * head alone, not what follows it: without an empty line among the first
 * `size_limit` bytes it is 413, as soon as so many are there.
 * `request`: headers and header_limit come from the caller. The rest is filled
 * in when the result is > 0, and is of no meaning before. The slices point into
 * `bytes`.
 */
long wsc_http_parse(const char *bytes, size_t length, size_t seen, size_t size_limit, struct wsc_request *request);

/* The n-th (from 0) field of that name, in any case; NULL when there is none. */
const struct wsc_header *wsc_http_header(const struct wsc_request *request, const char *name, size_t n);

/* Does a comma-separated list (all fields of that name joined) hold this
 * token, in any case? RFC 9110 section 5.6.1 */
bool wsc_http_has_token(const struct wsc_request *request, const char *name, const char *token);

/* The bytes between the two, without the white space at either end. */
struct wsc_slice wsc_http_trim(const char *from, const char *to);

/* Is it this word, in any case? */
bool wsc_http_same_word(struct wsc_slice text, const char *word);

/* Is it a host with or without a port, RFC 9110 section 7.2? */
bool wsc_http_is_host(struct wsc_slice text);

/* Is it a token: one or more of the characters of RFC 9110 section 5.6.2? */
bool wsc_http_is_token(struct wsc_slice text);

/* Has it a body, or could it have one? Of a request that was parsed. */
bool wsc_http_has_body(const struct wsc_request *request);

/* The words behind a status; "" for one that the engine does not use. */
const char *wsc_http_phrase(int status);

/* The bytes that refuse a request: status line, X-Powered-By, empty line.
 * Returns their number, at most `size` (256 is always enough); 0 and nothing
 * written when they do not fit. */
size_t wsc_http_refuse(char *out, size_t size, int status);

/* ---- date.c: RFC 9110 section 5.6.7 ------------------------------------------ */

#define WSC_DATE_SIZE 30 /* with the NUL behind it */

#define WSC_DATE_LAST 253402300799 /* of the year 9999 */

/* Seconds since 1970 as an IMF-fixdate; from 0 to WSC_DATE_LAST, to which others are cut. */
void wsc_date_format(int64_t seconds, char out[WSC_DATE_SIZE]);

/* The same from each of the three forms; a year of two digits is one from 1970 to
 * 2069. false: it is no date. */
bool wsc_date_parse(struct wsc_slice text, int64_t *seconds);

/* ---- path.c: what a request asks for --------------------------------------------- */

/* The path in a target, as it is written there; empty: it has none. */
struct wsc_slice wsc_path_of(struct wsc_slice target);

/* Decodes a path to the name of a file below some folder, terminated, which ends with
 * a slash or is empty where it is that of a folder. false: nothing of that name is
 * for others, or it is longer than `size` allows. */
bool wsc_path_decode(struct wsc_slice path, char *out, size_t size);

/* ---- media.c: Content-Type ---------------------------------------------------------- */

const char *wsc_media_type(const char *name);

/* ---- condition.c: RFC 9110 sections 13 and 14 --------------------------------------- */

#define WSC_TAG_SIZE 64

/* What tells one state of a file from another. */
struct wsc_version {
	char tag[WSC_TAG_SIZE]; /* an entity tag, with its quotes                        */
	bool weak;              /* it may have changed and still have that tag           */
	int64_t modified;       /* seconds since 1970                                    */
};

struct wsc_part {
	uint64_t from;
	uint64_t length;
};

/* What a GET or HEAD wants of a file: 200, all of it; 206, this part; 304, it has it;
 * 412 or 416, it can't be had. */
int wsc_condition(const struct wsc_request *request, const struct wsc_version *version, uint64_t size,
                  struct wsc_part *part);

/* ---- extension.c: RFC 6455 section 9.1, RFC 7692 sections 5 and 7.1 -------- */

/* What a server is ready to agree on. */
struct wsc_deflate_policy {
	bool enabled;
	bool server_context_takeover;   /* our history may be kept between messages    */
	bool client_context_takeover;   /* … and the client's, which costs us memory   */
	uint8_t server_max_window_bits; /* 8 … 15                                      */
	uint8_t client_max_window_bits; /* 8 … 15, for clients that let us say so      */
	uint8_t least_server_bits;      /* the smallest window we can compress with    */
};

/* What was agreed on. */
struct wsc_deflate_terms {
	bool agreed; /* permessage-deflate is in use; else the rest has no meaning */
	bool server_takeover;
	bool client_takeover;
	uint8_t server_bits;
	uint8_t client_bits;
	bool name_server_bits; /* the answer says them */
	bool name_client_bits;
};

/* Takes the first acceptable offer of permessage-deflate; everything else is
 * declined. false: the header is malformed, the request is to be refused. */
bool wsc_extension_negotiate(const struct wsc_request *request, const struct wsc_deflate_policy *policy,
                             struct wsc_deflate_terms *terms);

#define WSC_EXTENSION_ANSWER_SIZE 192

/* The header line of the answer, not terminated; 0: nothing was agreed on. */
size_t wsc_extension_answer(const struct wsc_deflate_terms *terms, char out[WSC_EXTENSION_ANSWER_SIZE]);

/* ---- handshake.c: RFC 6455 section 4.2, in Ratchet's words -------------- */

struct wsc_handshake {
	/* in */
	const struct wsc_slice *protocols; /* sub-protocols of the server */
	size_t protocol_count;
	bool strict; /* no common sub-protocol: refuse with 426 */
	wsc_sha1 sha1;
	struct wsc_deflate_policy policy;
	/* out */
	int status;                     /* 101, or what refuses the request            */
	struct wsc_slice protocol;      /* the agreed one, in the request; empty: none */
	struct wsc_deflate_terms terms; /* of compression                            */
};

/* Judges the request and writes the answer, at most `size` bytes
 * (wsc_handshake_size() is always enough). Returns how many were written: all
 * of the answer, or 0 when it does not fit. */
size_t wsc_handshake(const struct wsc_request *request, struct wsc_handshake *handshake, char *out, size_t size);
size_t wsc_handshake_size(const struct wsc_handshake *handshake);

/* ---- address.c: IP addresses, networks, and where a server listens, as text -- */

enum wsc_family {
	WSC_FAMILY_NONE = 0, /* a Unix socket, or it is not known */
	WSC_FAMILY_IPV4 = 4,
	WSC_FAMILY_IPV6 = 6
};

/* An IPv4 address that is written as IPv6 (RFC 4291 section 2.5.5.2) is an IPv4 one. */
struct wsc_ip {
	uint8_t family;    /* enum wsc_family           */
	uint8_t bytes[16]; /* network order; IPv4: four */
};

struct wsc_network {
	struct wsc_ip ip; /* WSC_FAMILY_NONE: all Unix sockets */
	uint8_t prefix;   /* how many bits of it count         */
};

/* `bytes` are 4 or 16, as the family has it. */
struct wsc_ip wsc_ip_of(uint8_t family, const uint8_t *bytes);

/* false: it is no address. Neither names nor zones, ports or brackets. */
bool wsc_ip_parse(struct wsc_slice text, struct wsc_ip *ip);

/* An address, "10.0.0.0/8", "fd00::/8" or "unix"; false: it is none of them. */
bool wsc_network_parse(struct wsc_slice text, struct wsc_network *network);

/* The same range in its one form: the bits that do not count are 0. */
struct wsc_network wsc_network_normal(const struct wsc_network *network);

/* Is it in one of them? */
bool wsc_network_any(const struct wsc_network *networks, size_t count, const struct wsc_ip *ip);

enum wsc_address_kind {
	WSC_ADDRESS_TCP,
	WSC_ADDRESS_UNIX,
	WSC_ADDRESS_DESCRIPTOR, /* a socket that listens already */
	WSC_ADDRESS_SYSTEMD     /* those that came by LISTEN_FDS */
};

struct wsc_address {
	enum wsc_address_kind kind;
	struct wsc_ip ip;      /* TCP                                                       */
	uint16_t port;         /* … 0: the system chooses                                   */
	int fd;                /* DESCRIPTOR                                                */
	struct wsc_slice name; /* in the text. UNIX: the path; SYSTEMD: the name, empty: all */
};

enum wsc_address_status {
	WSC_ADDRESS_OK,
	WSC_ADDRESS_EMPTY,
	WSC_ADDRESS_NO_IP,   /* a name, or no address at all */
	WSC_ADDRESS_NO_PORT, /* behind the colon is none     */
	WSC_ADDRESS_NO_PATH, /* unix: and nothing            */
	WSC_ADDRESS_NO_DESCRIPTOR
};

/* "127.0.0.1:80", "[::]:80", the same without a port, which is `port` then, "::1",
 * "unix:/run/chat.sock", "fd:3", "systemd:" and "systemd:NAME"; tcp:// and unix://
 * are taken as well. */
enum wsc_address_status wsc_address_parse(struct wsc_slice text, uint16_t port, struct wsc_address *address);

/* ---- proxy.c: the PROXY protocol, versions 1 and 2 ---------------------------- */

struct wsc_proxy {
	bool known;           /* it names a client; else the connection is the proxy's own    */
	struct wsc_ip source; /* the client's address …                                       */
	uint16_t port;        /* … and port                                                   */
};

enum wsc_proxy_result {
	WSC_PROXY_BAD = -1, /* this is no such header, or it is longer than it may be     */
	WSC_PROXY_MORE = 0  /* all of the bytes belong to the header, and more is to come */
};

/* Parses a header at the start of `bytes`: how long it is, or one of the above. It
 * may be `limit` bytes long. */
long wsc_proxy_parse(const uint8_t *bytes, size_t length, size_t limit, struct wsc_proxy *proxy);

/* ---- forwarded.c: X-Forwarded-For and its like; Forwarded, RFC 7239 ------------ */

/* `ip` is that of a trusted peer; it becomes the client's, as far as the fields of
 * that name are to be believed: read from the last to the first, each names the peer
 * of the one before, until one is not trusted or is no address. */
void wsc_forwarded(const struct wsc_request *request, const char *name, const struct wsc_network *trusted,
                   size_t trusted_count, struct wsc_ip *ip);

/* ---- web_origin.c: the Origin of a page, RFC 6454 ------------------------------- */

#define WSC_WEB_ORIGIN_SCHEME 64
#define WSC_WEB_ORIGIN_HOST 256

/* Two that are equal to a browser are equal in each member. */
struct wsc_web_origin {
	char scheme[WSC_WEB_ORIGIN_SCHEME]; /* in small letters; "": "null", the opaque one      */
	char host[WSC_WEB_ORIGIN_HOST];     /* … IPv6 in brackets                                */
	uint16_t port;                      /* that of http and https is filled in; 0: none      */
	bool subdomains;                    /* *.host: all below it, at any depth, and not it    */
};

/* A scheme, a host and perhaps a port, as in https://example.org, or "null"; any scheme, as
 * those of apps; before the host "*." may stand. false: it is none, such as one with a path. */
bool wsc_web_origin_parse(struct wsc_slice text, struct wsc_web_origin *origin);

/* May a request with these fields come? One without Origin may, as it is not a page's;
 * one with several, or with something else than an origin, may not. */
bool wsc_web_origin_allowed(const struct wsc_web_origin *allowed, size_t count, const struct wsc_request *request);

#endif
