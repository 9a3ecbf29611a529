/* SPDX-License-Identifier: MIT
 *
 * The public face of the engine: a WebSocket and TCP server on libevent that
 * knows nothing of PHP. Whoever embeds it (the binding in ext/php, the unit
 * tests) includes this header, and codec.h for what is pure; nothing else of the
 * engine.
 *
 * Two words are used below with an exact meaning:
 *   "runs user code"  a hook of struct wsc_hooks may be called before the
 *                     function returns, so a connection may have changed its
 *                     state and must be looked at again;
 *   "queues only"     no hook is called, no memory of a connection is freed.
 *
 * Everything is used from one thread: the one that made the loop.
 */
#ifndef WSC_H
#define WSC_H

#include "metric.h"
#include "option.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WSC_VERSION "0.1.0"

struct wsc_loop;       /* one libevent base, its timers and everything that hangs on it */
struct wsc_server;     /* one set of options, its listening sockets and its connections */
struct wsc_listener;   /* one of those sockets                                          */
struct wsc_endpoint;   /* what upgraded connections share: sub-protocols, keepalive */
struct wsc_conn;       /* one accepted connection                                       */
struct wsc_timer;      /* one user timer, one-shot or periodic                          */
struct wsc_request;    /* a parsed request head (codec.h); only passed through here  */
struct wsc_tls;        /* certificates and what else the TLS connections of servers share */
struct wsc_address;    /* where to listen, parsed (codec.h)                          */
struct wsc_network;    /* a range of addresses (codec.h)                             */
struct wsc_web_origin; /* an origin of the web, or a pattern of them (codec.h)        */

enum wsc_status {
	WSC_OK = 0,
	WSC_NOMEM,  /* an allocation failed; nothing was changed              */
	WSC_SYSTEM, /* a system call failed; the function says which and why  */
	WSC_BUSY    /* the signal is taken                                    */
};

/* Enough for the text of any IP address, and of any place to listen at. */
#define WSC_ADDRESS_SIZE 64
#define WSC_URI_SIZE 128

/* RFC 6455 section 5.2 */
enum wsc_opcode {
	WSC_OP_CONTINUATION = 0x0,
	WSC_OP_TEXT = 0x1,
	WSC_OP_BINARY = 0x2,
	WSC_OP_CLOSE = 0x8,
	WSC_OP_PING = 0x9,
	WSC_OP_PONG = 0xA
};

/* RFC 6455 section 7.4.1 and the IANA registry that continues it */
enum wsc_close_code {
	WSC_CLOSE_NORMAL = 1000,
	WSC_CLOSE_GOING_AWAY = 1001,
	WSC_CLOSE_PROTOCOL = 1002,
	WSC_CLOSE_UNSUPPORTED = 1003,
	WSC_CLOSE_NO_STATUS = 1005, /* never on the wire: the peer's Close was empty   */
	WSC_CLOSE_ABNORMAL = 1006,  /* never on the wire: the connection just went      */
	WSC_CLOSE_BAD_PAYLOAD = 1007,
	WSC_CLOSE_POLICY = 1008,
	WSC_CLOSE_TOO_BIG = 1009,
	WSC_CLOSE_SERVER_ERROR = 1011
};

/* How the bytes of a connection are to be understood. */
enum wsc_protocol {
	WSC_PROTOCOL_RAW,      /* plain TCP: on_data gets what was read                 */
	WSC_PROTOCOL_WEBSOCKET /* a request head first, then what on_request decides     */
};

bool wsc_compression_available(void); /* was the engine built with zlib? */

/*
 * A received message, or a chunk of raw bytes, on its way to a hook. The
 * memory came from payload_alloc and the hook that receives it owns it; or it is
 * lent, as short messages are, and the hook copies what it wants to keep.
 */
struct wsc_payload {
	void *owner;               /* what payload_alloc returned; NULL: lent until the hook returns */
	char *bytes;               /* its bytes                                            */
	size_t length;             /* how many of them are the message                     */
	uint8_t opcode;            /* WSC_OP_TEXT or WSC_OP_BINARY                          */
	const uint64_t *fragments; /* payload lengths of its frames, until the connection ends; NULL unless asked for */
	size_t fragment_count;     /* 1 for an unfragmented message                        */
};

/* A complete request head. All of it is valid until the hook returns. */
struct wsc_head {
	const struct wsc_request *request;
	const char *bytes; /* as it came, with its empty line                             */
	size_t length;
	const char *rest; /* what came behind it in the same read                        */
	size_t rest_length;
};

/*
 * What the embedder gives the engine. All hooks are called from inside
 * wsc_loop_run() or the function that is said to run user code; `data` is
 * what was passed to wsc_loop_new().
 */
struct wsc_hooks {
	/* Payload memory. *bytes gets the address of `size` writable bytes; NULL
	 * means refused, and the message is answered with 1009. A resize may move
	 * the bytes and returns NULL without touching the old block. A reference
	 * that payload_ref adds is taken back by payload_unref. */
	void *(*payload_alloc)(void *data, size_t size, char **bytes);
	void *(*payload_resize)(void *data, void *owner, size_t size, char **bytes);
	void (*payload_ref)(void *data, void *owner);
	void (*payload_unref)(void *data, void *owner);

	/* A connection was accepted, and nothing more is known of it than where it
	 * comes from, which may be from a header of its proxy; false: it is closed without
	 * a word. May be NULL. */
	bool (*on_accept)(void *data, struct wsc_conn *conn);

	/* A TLS handshake has failed; the connection is closed and known by its address
	 * alone. `reason` is one line. true: enough is told; else, and where it is
	 * NULL, a line is logged, at most one a minute. */
	bool (*on_tls_failure)(void *data, struct wsc_conn *conn, const char *reason);

	/* A request head is complete. The hook answers it with one of
	 * wsc_conn_upgrade(), wsc_conn_open_raw(), wsc_conn_refuse(),
	 * wsc_conn_answer() and wsc_conn_respond(), or writes an answer of its own and
	 * ends; if it does none of it, the connection is closed. NULL: every
	 * request is upgraded to the server's own endpoint, and on_open follows. */
	void (*on_request)(void *data, struct wsc_conn *conn, const struct wsc_head *head);

	/* The life of a connection. on_open comes once, when it can be written to;
	 * on_close once for every on_open that was called and every request that
	 * on_request has opened, from the loop and never from inside a function of
	 * this header. The connection stays valid until
	 * on_close has returned. on_message and on_data own their payload if it has an owner. */
	void (*on_open)(void *data, struct wsc_conn *conn, const struct wsc_request *request);
	void (*on_message)(void *data, struct wsc_conn *conn, struct wsc_payload *payload);
	void (*on_data)(void *data, struct wsc_conn *conn, struct wsc_payload *payload);
	void (*on_close)(void *data, struct wsc_conn *conn);

	/* The queue of an open connection has been above high_water_mark and has fallen
	 * to low_water_mark since. From the loop, once a turn at most. May be NULL. */
	void (*on_drain)(void *data, struct wsc_conn *conn);

	/* Once a turn and at least once a second, between two steps: the place
	 * for pending interrupts. */
	void (*on_turn)(void *data);

	/* Before each sleep: the place to mark what is ready for other reasons than
	 * its descriptor, and to drop what its owner has closed. NULL: neither. */
	void (*on_sleep)(void *data);

	/* A signal that was asked for, once for each that came. NULL: none is. */
	void (*on_signal)(void *data, int number);

	/* SHA-1 of `length` bytes into `digest`, for Sec-WebSocket-Accept. */
	void (*sha1)(const void *bytes, size_t length, uint8_t digest[20]);

	/* One line for the operator, of printable ASCII, about this server, whose log_level
	 * asks for it. It must not call any function that changes something here. */
	void (*log)(void *data, struct wsc_server *server, enum wsc_log_level level, const char *line);
};

/* ---- decoder ------------------------------------------------------------ */

/*
 * Frames without a connection: bytes go in, complete messages, control frames
 * or one failure come out, by the rules that connections of a server are held
 * to. For whoever has the bytes from elsewhere. Runs no user code: of the hooks
 * only those for payload memory are called.
 */
struct wsc_decoder;

/* For the limits 0 is none. */
struct wsc_decoder_rules {
	uint64_t max_message_size;
	uint64_t max_frame_size;
	uint32_t max_fragments;
	uint32_t max_inflate_ratio;
	bool from_server;      /* frames of a server must not be masked, those of a client must */
	bool want_fragments;   /* fill in wsc_payload.fragments                                */
	uint8_t window_bits;   /* 8 … 15: permessage-deflate is agreed on with this window of
	                        * the peer; 0: it is not                                        */
	bool context_takeover; /* … and the peer keeps it between messages                      */
};

enum wsc_message_event {
	WSC_MESSAGE_MORE,     /* all input is used up                                         */
	WSC_MESSAGE_COMPLETE, /* result.payload is a message; its owner is now the caller's   */
	WSC_MESSAGE_CONTROL,  /* result.opcode, .bytes, .length; valid until the next call    */
	WSC_MESSAGE_FAILED    /* fail the connection with result.code and .reason             */
};

struct wsc_message_result {
	struct wsc_payload payload;
	uint8_t opcode;
	const uint8_t *bytes;
	size_t length;
	uint16_t code;
	const char *reason;
};

/* `hooks` and `data` must outlive it. NULL: no memory. */
struct wsc_decoder *wsc_decoder_new(const struct wsc_hooks *hooks, void *data, const struct wsc_decoder_rules *rules);
void wsc_decoder_free(struct wsc_decoder *decoder);

/* Reads on until something is to be done, moving *bytes and *length past what
 * it used, which may have been changed in place. Not to be called again after
 * WSC_MESSAGE_FAILED. The fragments of a payload last until the next call. */
enum wsc_message_event wsc_decoder_next(struct wsc_decoder *decoder, uint8_t **bytes, size_t *length,
                                        struct wsc_message_result *result);

/* How many data frames of an unfinished message have begun. */
size_t wsc_decoder_fragments(const struct wsc_decoder *decoder);

/* ---- compression of what is sent -------------------------------------------- */

struct wsc_deflate; /* one stream of zlib, RFC 7692 section 7.2.1 */

/* A window of 2 to the power of `bits` bytes, 8 … 15; level 1 … 9. NULL: no
 * memory, or the engine was built without zlib. */
struct wsc_deflate *wsc_deflate_new(uint8_t bits, int level);
void wsc_deflate_free(struct wsc_deflate *deflate);
void wsc_deflate_reset(struct wsc_deflate *deflate); /* forgets what it has seen */

/* Compresses a message, of one byte at least; returns how many bytes it became, at
 * most `size` - 4. Behind them stand the four bytes that end a message and are not
 * sent, but belong to a fragment that is not the last. 0: it does not fit, and the
 * stream has forgotten what it had seen. */
size_t wsc_deflate_message(struct wsc_deflate *deflate, const char *bytes, size_t length, char *out, size_t size);

/* ---- loop ------------------------------------------------------------- */

/* `hooks` and `data` must outlive the loop. NULL: no memory or no kernel event queue. */
struct wsc_loop *wsc_loop_new(const struct wsc_hooks *hooks, void *data);

/* Cuts everything off without calling any hook but payload_unref, closes every
 * descriptor and frees the loop. In a forked child only descriptors are closed
 * and nothing is said to any peer. Not from inside wsc_loop_run(). */
void wsc_loop_free(struct wsc_loop *loop);

/* Runs until wsc_loop_stop(), wsc_loop_halt() or until nothing is left that
 * could ever call back. May be called again from inside a hook: the inner run
 * serves everything but the connection whose hook is running. Runs user code. */
void wsc_loop_run(struct wsc_loop *loop);

void wsc_loop_stop(struct wsc_loop *loop);   /* every run returns at the end of its turn, as in React */
void wsc_loop_halt(struct wsc_loop *loop);   /* every run returns before the next hook is called */
void wsc_loop_resume(struct wsc_loop *loop); /* takes a halt back once the last run has returned */
bool wsc_loop_halted(const struct wsc_loop *loop);
bool wsc_loop_running(const struct wsc_loop *loop);

/* Calls back for every connection that a hook may still know. Queues only, and
 * so must the callback: it may send to that connection or end it, but touch no
 * other. */
void wsc_loop_each_conn(struct wsc_loop *loop, void (*callback)(struct wsc_conn *conn, void *arg), void *arg);

/* From here on no hook but payload_unref is called, whatever happens. */
void wsc_loop_mute(struct wsc_loop *loop);

/* For a service manager that has named a socket in NOTIFY_SOCKET (sd_notify(3)). That
 * it is ready and alive the loop says by itself, once a server listens; the rest is
 * the embedder's to say, and goes nowhere before that, or in a forked child. */
void wsc_loop_notify_reloading(struct wsc_loop *loop);
void wsc_loop_notify_ready(struct wsc_loop *loop); /* … it is through with that */
void wsc_loop_notify_stopping(struct wsc_loop *loop);

/* The next of the numbers that connections get, for one that is not the engine's. */
uint64_t wsc_loop_next_id(struct wsc_loop *loop);

/* Calls `callback` in the next turn, in the order of the calls; `drop` instead
 * if the loop is freed before (it may be NULL). */
typedef void (*wsc_callback)(void *arg);
enum wsc_status wsc_loop_defer(struct wsc_loop *loop, wsc_callback callback, wsc_callback drop, void *arg);

/* ---- timers ----------------------------------------------------------- */

typedef void (*wsc_timer_callback)(struct wsc_timer *timer, void *arg);

/* Due `microseconds` from now (at least 1), among equals in the order they
 * were made; a periodic one is due again that long after the turn that called
 * it. A one-shot timer is detached before its callback runs; `drop` is called
 * once, when the loop forgets the timer: after its last call, when it is
 * cancelled, or when the loop is freed. The timer belongs to the loop and is
 * not to be used after drop. NULL: no memory. */
struct wsc_timer *wsc_timer_new(struct wsc_loop *loop, uint64_t microseconds, bool periodic,
                                wsc_timer_callback callback, wsc_timer_callback drop, void *arg);
void wsc_timer_cancel(struct wsc_timer *timer); /* calls drop, at once or when its callback returns */

/* ---- descriptors of others --------------------------------------------- */

struct wsc_watch; /* one direction of a descriptor that the embedder has opened */

enum wsc_direction {
	WSC_READ,
	WSC_WRITE
};

typedef void (*wsc_watch_callback)(struct wsc_watch *watch, void *arg);

/* Calls back in each turn in which the descriptor can be read or written, or
 * has come to its end; what can't be waited for, such as a regular file, always
 * can. Several may watch one descriptor; those who can read come first, each
 * direction in the order they were made. The descriptor stays the embedder's and
 * may be closed at any time, which ends the calls; `drop` is called once, when
 * the loop forgets the watch: when it is dropped, when somebody watches another
 * file of that number, or when the loop is freed. The watch belongs to the loop
 * and is not to be used after drop. NULL: *error is the errno. */
struct wsc_watch *wsc_watch_new(struct wsc_loop *loop, int fd, enum wsc_direction direction,
                                wsc_watch_callback callback, wsc_watch_callback drop, void *arg, int *error);
void wsc_watch_drop(struct wsc_watch *watch); /* calls drop, at once or when its callback returns */
void wsc_watch_mark(struct wsc_watch *watch); /* counts as ready in this turn: its owner has more to read */

/* ---- signals ------------------------------------------------------------ */

/* From here on on_signal is called for this signal, in place of what there was.
 * On WSC_SYSTEM *error is the errno; WSC_BUSY: another loop of the process has it. */
enum wsc_status wsc_signal_catch(struct wsc_loop *loop, int number, int *error);
/* The loop may end while this signal, of its own, is caught. */
void wsc_signal_loosen(struct wsc_loop *loop, int number);
/* Puts back what there was, unless somebody has put something else there. */
void wsc_signal_release(struct wsc_loop *loop, int number);
/* The same as wsc_signal_catch(), for what should be done on a signal that nobody
 * has asked for: such a one does not keep the loop running, only its first is
 * caught, and a forked child that does not run the loop never hears of it.
 * wsc_signal_catch() makes an ordinary one of it. false: it is not to be had. */
bool wsc_signal_catch_once(struct wsc_loop *loop, int number);
/* … back, if it is such a one still. */
void wsc_signal_release_once(struct wsc_loop *loop, int number);

/* Makes wsc_loop_ring() work. false: errno says why. */
bool wsc_loop_hang_bell(struct wsc_loop *loop);
/* Ends the present sleep or the next. The one function here that a signal
 * handler may call. */
void wsc_loop_ring(struct wsc_loop *loop);

/* ---- TLS -------------------------------------------------------------- */

bool wsc_tls_available(void); /* was the engine built with OpenSSL? */

/* Versions, as they are on the wire. */
enum wsc_tls_version {
	WSC_TLS_1_0 = 0x0301,
	WSC_TLS_1_1 = 0x0302,
	WSC_TLS_1_2 = 0x0303,
	WSC_TLS_1_3 = 0x0304
};

/* Files in PEM. Pointers may be NULL where nothing else is said. */
struct wsc_tls_name {
	const char *name;       /* a host, or *.example.com; not NULL                     */
	const char *local_cert; /* certificate chain; not NULL                            */
	const char *local_pk;   /* its key; NULL: in the same file                        */
};

struct wsc_tls_options {
	const char *local_cert;   /* certificate chain, the server's first; NULL: that of the first name */
	const char *local_pk;     /* its key; NULL: in the same file                                */
	const char *passphrase;   /* of every key                                                   */
	bool verify_peer;         /* a client must have a certificate of one of …                   */
	const char *cafile;       /* … these authorities, …                                         */
	const char *capath;       /* … or those in this folder of hashed names                      */
	bool allow_self_signed;   /* … or one that it has signed itself                             */
	int verify_depth;         /* authorities between its certificate and one of ours            */
	const char *ciphers;      /* of TLS 1.2 and before, as openssl-ciphers(1) writes them       */
	const char *ciphersuites; /* of TLS 1.3                                                   */
	bool honor_cipher_order;  /* ours counts, not the client's                                */
	int security_level;       /* 0 … 5, SSL_CTX_set_security_level(3); -1: the system's       */
	bool no_ticket;           /* no session is resumed                                        */
	uint16_t min_version;     /* enum wsc_tls_version                                         */
	uint16_t max_version;
	const uint8_t *alpn; /* protocols in the form of RFC 7301 3.1: each behind its length */
	size_t alpn_length;
	const struct wsc_tls_name *names; /* other certificates, for clients that ask for a host; the first that fits */
	size_t name_count;
};

void wsc_tls_options_init(struct wsc_tls_options *options);

/* Reads the files; copies the options. One reference is the caller's. NULL: `error`
 * is one line that names the option, the file and the reason. */
struct wsc_tls *wsc_tls_new(const struct wsc_tls_options *options, char *error, size_t size);
void wsc_tls_unref(struct wsc_tls *tls);

/* Reads the files again, for handshakes that begin from now on. false: nothing has
 * changed, and `error` says why. */
bool wsc_tls_reload(struct wsc_tls *tls, char *error, size_t size);

/* ---- server ----------------------------------------------------------- */

struct wsc_server_config {
	enum wsc_protocol protocol;
	struct wsc_options options;
	bool want_fragments;               /* wsc_endpoint_set_fragments() of its own endpoint      */
	struct wsc_tls *tls;               /* NULL: plain TCP. The server takes a reference of its own */
	void *data;                        /* the embedder's, see wsc_server_data()                */
	const struct wsc_network *trusted; /* proxies that are believed; copied                      */
	size_t trusted_count;
	const char *forwarded_header;         /* copied, less than WSC_HEADER_NAME_SIZE; NULL or "": none */
	const struct wsc_web_origin *origins; /* whose pages may connect; copied             */
	size_t origin_count;                  /* 0: all                                      */
	const struct wsc_network *banned;     /* for good; copied                            */
	size_t banned_count;
};

/* The server belongs to the loop. NULL: no memory. */
struct wsc_server *wsc_server_new(struct wsc_loop *loop, const struct wsc_server_config *config);

/* Only for one that has no connection; the others are freed with the loop. */
void wsc_server_free(struct wsc_server *server);

/* Changes the protocol of connections accepted from now on. */
void wsc_server_set_protocol(struct wsc_server *server, enum wsc_protocol protocol);

/* Serves files of a folder to requests that are none for a WebSocket, before
 * on_request is asked; `path` as realpath(3) has it. Once, before it listens.
 * WSC_SYSTEM: *error is the errno. */
enum wsc_status wsc_server_set_document_root(struct wsc_server *server, const char *path, int *error);

/* Answers requests for this path with how the server does. Once, before it listens. */
enum wsc_status wsc_server_set_health_path(struct wsc_server *server, const char *path);
/* … with the text of wsc_stats_print(), if these clients, of which it keeps a copy, ask
 * for it; none: all may. Once, before it listens. */
enum wsc_status wsc_server_set_metrics(struct wsc_server *server, const char *path, const struct wsc_network *clients,
                                       size_t count);

/* Changes the option of that name, for heads that are complete from now on. */
void wsc_server_set_max_head_size(struct wsc_server *server, uint64_t size);

/* Its own endpoint, for embedders without on_request. */
struct wsc_endpoint *wsc_server_endpoint(const struct wsc_server *server);

/* Which address could not be listened on, and why: the errno of a call. For what
 * no call of the system has said, `call` names what did: "LISTEN_PID" (they are
 * another process's), "LISTEN_FDS" (none has come), "LISTEN_FDNAMES" (none has that
 * name), "connect" with EADDRINUSE (a server is alive behind that path). */
struct wsc_listen_failure {
	size_t index;
	int error;
	const char *call;
};

/* Listens on all of these as well, or on none of them. An IPv6 address does not
 * take IPv4 clients if ipv6_only is set, or an IPv4 address with that port is here
 * or there already. The file of a Unix socket behind which nobody is alive is
 * replaced; its own is removed when it is closed, by the process that made it. */
enum wsc_status wsc_server_listen(struct wsc_server *server, const struct wsc_address *addresses, size_t count,
                                  struct wsc_listen_failure *failure);

/* Listens on a copy of a descriptor that somebody else has opened and bound, who
 * keeps his own and must not accept on it meanwhile. */
enum wsc_status wsc_server_adopt(struct wsc_server *server, int fd, struct wsc_listen_failure *failure);

/* Calls back for each socket that is listened on, in the order they were opened.
 * The callback must not close any. */
void wsc_server_each_listener(const struct wsc_server *server,
                              void (*callback)(const struct wsc_listener *listener, void *arg), void *arg);

/* "tcp://127.0.0.1:80", "tcp://[::]:80", "unix:///run/chat.sock"; valid as long as it
 * listens. */
const char *wsc_listener_uri(const struct wsc_listener *listener);
uint16_t wsc_listener_port(const struct wsc_listener *listener); /* 0: a Unix socket */

/* The same of the first; 0 and NULL when none is listened on. */
uint16_t wsc_server_port(const struct wsc_server *server);
const char *wsc_server_uri(const struct wsc_server *server);

void wsc_server_pause(struct wsc_server *server);          /* accepts nobody; new ones wait in the backlog */
void wsc_server_resume(struct wsc_server *server);         /* … until here                                 */
void wsc_server_close_listener(struct wsc_server *server); /* all of them; its connections go on   */

/* The end of a server: it listens no longer, WebSockets get a Close with 1001, plain
 * TCP its FIN, a request that is not complete 503. A connection whose hook is at work,
 * or that is held, comes after that. What is left after so many seconds is cut, if
 * they are more than 0; a further call counts anew. Queues only. */
void wsc_server_drain(struct wsc_server *server, double seconds);
/* Has all that ended, every on_close having returned? After the seconds those that
 * are held do not count. */
bool wsc_server_drained(struct wsc_server *server);

/* What it shakes hands with, borrowed; NULL: plain TCP. */
struct wsc_tls *wsc_server_tls(const struct wsc_server *server);
uint64_t wsc_server_tls_failures(const struct wsc_server *server); /* handshakes that failed */

void *wsc_server_data(const struct wsc_server *server);
const struct wsc_options *wsc_server_options(const struct wsc_server *server);
size_t wsc_server_connections(const struct wsc_server *server);
uint64_t wsc_server_queued_bytes(const struct wsc_server *server);
/* Connections of trusted proxies that were closed for want of a PROXY header. */
uint64_t wsc_server_proxy_failures(const struct wsc_server *server);

/* ---- roster ----------------------------------------------------------- */

/* Connections by number. All zero is an empty one. The items are whoever's puts
 * them there, and never NULL. */
struct wsc_roster_entry {
	uint64_t id;
	void *item; /* NULL: a hole, which somebody has left                          */
};

struct wsc_roster {
	struct wsc_roster_entry *entries; /* in the order of their numbers            */
	size_t used;                      /* entries, holes among them                */
	size_t count;                     /* … without them                           */
	size_t room;
	uint64_t generation; /* another one when entries have moved                   */
};

/* One walk through a roster, which may change meanwhile: it never comes to an item
 * that has left, and to none twice. */
struct wsc_roster_walk {
	uint64_t generation;
	size_t place; /* of what comes next                                           */
	uint64_t id;  /* of what came last                                            */
};

/* Adds, or puts another item in the place of the one of that number. false: no
 * memory. */
bool wsc_roster_add(struct wsc_roster *roster, uint64_t id, void *item);
void *wsc_roster_remove(struct wsc_roster *roster, uint64_t id); /* returns what was there, or NULL */
void *wsc_roster_find(const struct wsc_roster *roster, uint64_t id);
uint64_t wsc_roster_last(const struct wsc_roster *roster); /* the greatest number so far; 0: none */
void wsc_roster_begin(struct wsc_roster *roster, struct wsc_roster_walk *walk);
void *wsc_roster_next(const struct wsc_roster *roster, struct wsc_roster_walk *walk); /* NULL: the end */
void wsc_roster_dtor(struct wsc_roster *roster);                                      /* empty again   */

/* The connections of a server that are open and whose bytes are messages: WebSockets,
 * and plain TCP that was accepted as such and not set apart. Borrowed until the loop
 * is freed; the items are struct wsc_conn. Only to be read. */
struct wsc_roster *wsc_server_roster(struct wsc_server *server);

/* One message for many. */
struct wsc_broadcast {
	uint8_t opcode;    /* of the frame that WebSockets get; 0: `bytes` is a frame already   */
	bool closes;       /* … and that frame a Close                                          */
	const char *bytes; /* owner NULL: are copied                                            */
	size_t length;
	void *owner;
	const char *raw_bytes; /* what plain TCP gets                                           */
	size_t raw_length;
	void *raw_owner;
	const struct wsc_endpoint *endpoint; /* to the WebSockets of this one alone; NULL: to all */
	const uint64_t *excluded;            /* numbers that do not get it, in their order        */
	size_t excluded_count;
};

/* Queues it for all of the server's roster, as wsc_conn_send() and wsc_conn_write()
 * would for each; returns for how many. A frame is encoded and compressed once.
 * Queues only. */
size_t wsc_server_broadcast(struct wsc_server *server, const struct wsc_broadcast *broadcast);
/* What slow readers have cost since the server was made. */
struct wsc_slow_counts {
	uint64_t dropped;  /* messages that slow_policy has dropped                         */
	uint64_t replaced; /* messages in whose place wsc_conn_send_latest() has put another */
	uint64_t closed;   /* connections dropped because of their queue                    */
};
const struct wsc_slow_counts *wsc_server_slow_counts(const struct wsc_server *server);

/* Whom it has turned away since it was made. */
struct wsc_abuse_counts {
	uint64_t rate_closed;  /* connections closed by rate_policy                            */
	uint64_t rate_dropped; /* messages dropped by it                                       */
	uint64_t rate_waits;   /* times that it has stopped reading a connection               */
	uint64_t origins;      /* requests whose Origin is not allowed                         */
	uint64_t banned;       /* connections and requests from banned addresses, and those
	                        * that were open when a ban came                               */
	uint64_t requests;     /* requests that wsc_server_count_refusal() was told of         */
};
const struct wsc_abuse_counts *wsc_server_abuse_counts(const struct wsc_server *server);

/* "10.0.0.1", "10.0.0.0/8", "fd00::/8", "unix". */
#define WSC_NETWORK_SIZE 64
void wsc_network_print(const struct wsc_network *network, char text[WSC_NETWORK_SIZE]);

/* The embedder has refused a request by a rule of its own. */
void wsc_server_count_refusal(struct wsc_server *server);

/* Serves nobody from there any more, for so many seconds or, with 0, for good; a ban of
 * the same network is replaced. Trusted proxies are served all the same, and a network of Unix
 * sockets bans nobody. Who is open stays, until … WSC_NOMEM: nothing was changed. */
enum wsc_status wsc_server_ban(struct wsc_server *server, const struct wsc_network *network, double seconds);
/* … this ends all that are banned: a WebSocket by a Close with 1008, a request by 403, others
 * by their end. Queues only. */
void wsc_server_end_banned(struct wsc_server *server);
bool wsc_conn_is_banned(const struct wsc_conn *conn);
/* false: there is no such ban. */
bool wsc_server_unban(struct wsc_server *server, const struct wsc_network *network);
/* Calls back for each ban that is in force, the oldest first; seconds 0: for good. The
 * callback must not change any. */
void wsc_server_each_ban(struct wsc_server *server,
                         void (*callback)(const struct wsc_network *network, double seconds, void *arg), void *arg);

/* ---- stats; the numbers themselves are in metric.h -------------------------- */

/* Fills in the numbers of the moment. */
void wsc_server_stats(const struct wsc_server *server, struct wsc_stats *stats);
/* As the text format of Prometheus, version 0.0.4. Returns how long it is; what is
 * longer than `size` - 1 is cut off, and `size` may be 0. */
size_t wsc_stats_print(const struct wsc_stats *stats, char *out, size_t size);
/* A callback of the embedder has taken so many microseconds. */
void wsc_loop_count_callback(struct wsc_loop *loop, enum wsc_callback_name name, uint64_t microseconds);
/* … has thrown. */
void wsc_loop_count_error(struct wsc_loop *loop, enum wsc_callback_error error);

/* ---- endpoint --------------------------------------------------------- */

/* One reference is the caller's. NULL: no memory. */
struct wsc_endpoint *wsc_endpoint_new(void);
void wsc_endpoint_unref(struct wsc_endpoint *endpoint);

/* The sub-protocols it speaks, copied. `strict` refuses a request whose offers
 * name none of them (Ratchet's default); without it such a request is upgraded
 * without a sub-protocol. */
enum wsc_status wsc_endpoint_set_subprotocols(struct wsc_endpoint *endpoint, const char *const *names, size_t count,
                                              bool strict);

/* Is it a token, as RFC 6455 4.1 wants the names of sub-protocols? */
bool wsc_endpoint_subprotocol_valid(const char *name, size_t length);

/* Whether wsc_payload.fragments is filled in for connections upgraded from now on. */
void wsc_endpoint_set_fragments(struct wsc_endpoint *endpoint, bool wanted);

/* Ratchet's keepalive: closes every connection that has not answered the last
 * payload with a Pong, then pings all with this one. `length` is at most 125;
 * the first call switches the server's own pings off. Queues only. */
void wsc_endpoint_keepalive(struct wsc_loop *loop, struct wsc_endpoint *endpoint, const char *payload, size_t length);

/* ---- a request, from inside on_request ---------------------------------- */

/* Judges the request by RFC 6455 4.2 and queues the answer. Returns its status:
 * 101, and it is a WebSocket of this endpoint now, to whose hooks what came
 * behind the head goes as well; another one, and it is closed once that is
 * sent; or 0, and it is gone. Where files are served, what is no request for a
 * WebSocket is answered with 404 or 405, after which the client may ask again. */
int wsc_conn_upgrade(struct wsc_conn *conn, const struct wsc_request *request, struct wsc_endpoint *endpoint);

/* It is plain TCP from here on: the next read goes to on_data. What came behind
 * the head in the same read is the hook's. */
void wsc_conn_open_raw(struct wsc_conn *conn);

/* Refuses the request with this status, or with this answer, and closes. */
void wsc_conn_refuse(struct wsc_conn *conn, int status);
void wsc_conn_answer(struct wsc_conn *conn, const char *bytes, size_t length);

/* Nobody has answered it, written to it or closed it yet. */
bool wsc_conn_is_unanswered(const struct wsc_conn *conn);

/* An answer of HTTP. All of it is copied. */
struct wsc_response {
	int status;
	const char *type;    /* Content-Type; NULL: it says none                              */
	const char *headers; /* further lines, each with its CRLF; NULL: none                 */
	const char *body;    /* left out in an answer to HEAD                                 */
	size_t length;
};

/* Answers the request, with Date, Content-Length and what else an answer has. After
 * that the connection waits for another request, which may be one for a WebSocket,
 * or ends: as RFC 9112 section 9.3 and keepalive_timeout say. Queues only. */
void wsc_conn_respond(struct wsc_conn *conn, const struct wsc_request *request, const struct wsc_response *response);

/* ---- connection ------------------------------------------------------- */
/* All of these queue only. They may be called at any time between on_open and
 * the return of on_close, from inside any hook; on a connection that is
 * closing they do nothing. */

/* One unfragmented frame. Small payloads are copied, large ones are held with
 * payload_ref(owner) until they are sent; owner NULL always copies. false: the
 * connection is closing, or it or the message was dropped because its queue is full. */
bool wsc_conn_send(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner);

/* A message that takes the place of the one that was sent with the same key, if
 * that is still queued and none of it has been handed to the kernel; else it is
 * queued like any other. A key is any bytes, copied. */
bool wsc_conn_send_latest(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner,
                          const char *key, size_t key_length);

/* Bytes as they are: raw TCP, or frames that somebody else encoded. */
bool wsc_conn_write(struct wsc_conn *conn, const char *bytes, size_t length, void *owner);

/* Starts the closing handshake (RFC 6455 7.1.2). The code goes out as it is.
 * On a raw connection it is the same as wsc_conn_end(). */
void wsc_conn_close(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length);

/* The same with a Close frame that somebody else encoded. */
void wsc_conn_close_with(struct wsc_conn *conn, const char *frame, size_t length);

/* Sends what is queued, then closes the TCP connection. For a WebSocket this
 * is a close without a Close frame. */
void wsc_conn_end(struct wsc_conn *conn);

/* Takes a raw connection out of the roster of its server, for good: what its bytes
 * mean is known to whoever reads them. */
void wsc_conn_set_apart(struct wsc_conn *conn);
/* Reads no more: no on_message or on_data until wsc_conn_resume(), and the kernel
 * holds the peer back. Frames that were read already are kept and come first then.
 * Meanwhile Pings are not answered, the peer's Close and FIN are not seen, and no
 * deadline for silence runs. Ends by itself when the connection begins to close.
 * Only open connections are paused. */
void wsc_conn_pause(struct wsc_conn *conn);
void wsc_conn_resume(struct wsc_conn *conn);
bool wsc_conn_paused(const struct wsc_conn *conn);

/* Keeps the struct (not the connection) alive across user code. */
void wsc_conn_pin(struct wsc_conn *conn);
void wsc_conn_unpin(struct wsc_conn *conn);

/* From inside a hook of this connection that has handed its event to somebody who
 * is not through when the hook returns: until wsc_conn_release() no other hook of
 * it is called and it is not read, so that the order of its events holds. It stays
 * valid meanwhile, and may be sent to and closed. release() queues only. */
void wsc_conn_hold(struct wsc_conn *conn);
void wsc_conn_release(struct wsc_conn *conn);
bool wsc_conn_held(const struct wsc_conn *conn);

bool wsc_conn_is_open(const struct wsc_conn *conn);    /* send() would queue                    */
bool wsc_conn_close_sent(const struct wsc_conn *conn); /* a Close of ours has been queued       */
struct wsc_server *wsc_conn_server(const struct wsc_conn *conn);
const struct wsc_endpoint *wsc_conn_endpoint(const struct wsc_conn *conn); /* NULL: not upgraded */
uint64_t wsc_conn_id(const struct wsc_conn *conn);                         /* 1, 2, 3 … in the loop; never reused */
void *wsc_conn_user(const struct wsc_conn *conn);                          /* the embedder's, NULL at first       */
void wsc_conn_set_user(struct wsc_conn *conn, void *user);
uint64_t wsc_conn_queued_bytes(const struct wsc_conn *conn); /* frames, and what waits to become frames */
uint64_t wsc_conn_dropped(const struct wsc_conn *conn);      /* messages that slow_policy has dropped    */

/* How a connection has ended, or is ending. What came first counts. */
enum wsc_initiator {
	WSC_BY_PEER = 1, /* by its Close                                          */
	WSC_BY_SERVER,   /* by a Close of ours, or because we have dropped it      */
	WSC_BY_NETWORK   /* without a Close: an end, a reset, no answer to a Ping  */
};

struct wsc_ending {
	enum wsc_initiator by;
	uint16_t code;      /* enum wsc_close_code or another from a Close; 0: plain TCP has none */
	const char *reason; /* valid as long as the connection                                 */
	size_t reason_length;
};

/* false: nobody has closed it yet. */
bool wsc_conn_ending(const struct wsc_conn *conn, struct wsc_ending *ending);

/* The certificate that the client has shown, as PEM, until on_close has returned;
 * the caller gives it back with free(). NULL: it has shown none. */
char *wsc_conn_peer_certificate(const struct wsc_conn *conn, size_t *length);

/* The client's port; 0 when there is none, or the proxy has not said it. */
uint16_t wsc_conn_port(const struct wsc_conn *conn);

/* The client's IP address as text, without brackets; "" when there is none. It is the
 * peer's, or what a trusted proxy has said. An IPv4 client of an IPv6 socket has an
 * IPv4 address. */
void wsc_conn_address(const struct wsc_conn *conn, char text[WSC_ADDRESS_SIZE]);

#endif
