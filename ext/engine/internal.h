/* SPDX-License-Identifier: MIT
 *
 * What the files of the engine share above the codecs: the structs, a comment
 * a member, and the functions that cross a file. Not for the binding.
 *
 * Its parts message.h, outq.h and timer.h stand for themselves.
 *
 * Levels, each using only those before it:
 *   L0  codec.h: simd utf8 frame accept_key http date path media condition extension handshake address
 *       proxy forwarded web_origin
 *   L1  memory fault inflate deflate compression endpoint message decoder outq backlog io tls timer
 *       roster activation file
 *   L2  stats log conn ending input output response site slow rate watch signal
 *   L3  origin socket listener addresses bans server broadcast drain notify loop
 */
#ifndef WSC_INTERNAL_H
#define WSC_INTERNAL_H

#include "codec.h"
#include "fault.h"
#include "file.h"
#include "list.h"
#include "memory.h"
#include "message.h"
#include "os.h"
#include "outq.h"
#include "timer.h"
#include "trace.h"
#include "transport.h"
#include "wsc.h"

#include <event2/event.h>
#include <event2/event_struct.h>

/* Bytes one recv() may bring, and so what one connection gets of a turn. */
#define WSC_RECEIVE_SIZE (128 * 1024)
/* A queue that grows beyond this is written before the turn ends. */
#define WSC_FLUSH_EARLY (64 * 1024)
/* Payloads shorter than this are copied, longer ones held by a reference. */
#define WSC_HOLD_MIN 2000
/* Bytes of a file that are copied at once; one of no more leaves with the head of the
 * answer and is closed again. */
#define WSC_FILE_CHUNK (64 * 1024)
/* What is rare, in a function of its own: it would cost its caller room on the stack, and
 * registers to save, for each message. */
#define WSC_APART __attribute__((noinline))
/* Microseconds between two sweeps over the deadlines of all connections. */
#define WSC_SWEEP_INTERVAL 1000000

/* ---- watch.c: descriptors of others ------------------------------------------ */

struct wsc_watch {
	struct wsc_loop *loop;
	struct wsc_descriptor *descriptor; /* NULL once it is not watched any more            */
	struct wsc_list siblings;          /* in watches->all[direction] or watches->gone     */
	struct wsc_list beside;            /* in descriptor->watches[direction]               */
	struct wsc_list ready;             /* in watches->ready[direction]                    */
	uint8_t direction;                 /* enum wsc_direction                              */
	bool marked;                       /* by wsc_watch_mark()                             */
	unsigned firing;                   /* calls of it up the stack                        */
	wsc_watch_callback callback;
	wsc_watch_callback drop;
	void *arg;
};

/* One number and the open file behind it, with all who watch it. */
struct wsc_descriptor {
	int fd;
	uint32_t generation; /* tells it from an earlier one of this number              */
	uint32_t events;     /* that the set waits for                                   */
	bool always;         /* the set can't wait for it: always ready                  */
	uint32_t came;       /* events that came …                                       */
	uint64_t round;      /* … in this round                                          */
	struct wsc_list watches[2];
};

/* One a loop. */
struct wsc_watches {
	int set;                             /* the kernel's, -1: none yet                      */
	pid_t owner;                         /* … who has made it                               */
	struct event *event;                 /* … in the base                                   */
	bool woken;                          /* … which says that something has come            */
	struct wsc_list all[2];              /* by direction, in the order they were made       */
	struct wsc_list ready[2];            /* to be called in this turn                       */
	struct wsc_list gone;                /* to be dropped in the next                       */
	struct wsc_descriptor **descriptors; /* by number; NULL: not watched                    */
	size_t room;                         /* … how many numbers                              */
	size_t count;                        /* of descriptors                                  */
	size_t always;                       /* … that are always ready                         */
	size_t marked;                       /* of watches                                      */
	void *events;                        /* room for those of one round, of pollset.h       */
	size_t event_room;
	uint32_t generation;
	uint64_t round;
};

void wsc_watch_init(struct wsc_watches *watches);
void wsc_watch_clear(struct wsc_loop *loop); /* drops all */
void wsc_watch_follow_fork(struct wsc_loop *loop);
bool wsc_watch_any(const struct wsc_loop *loop);
bool wsc_watch_due(const struct wsc_loop *loop); /* there is nothing to wait for */
void wsc_watch_run(struct wsc_loop *loop);       /* asks the set, then calls. Runs user code */

/* ---- signal.c ---------------------------------------------------------------- */

/* One a loop. */
struct wsc_signals {
	int bell; /* -1: none yet                                                    */
	int ear;  /* where it is heard: the same, or the other end of a pipe         */
	struct event *event;
	bool rung;       /* since the last turn                                       */
	uint64_t caught; /* a bit for each signal that is ours                        */
	uint64_t once;   /* … by wsc_signal_catch_once()                               */
	uint64_t loose;  /* … and for which the loop does not go on                   */
};

void wsc_signal_init(struct wsc_signals *signals);
void wsc_signal_clear(struct wsc_loop *loop); /* releases all */
void wsc_signal_follow_fork(struct wsc_loop *loop);
bool wsc_signal_any(const struct wsc_loop *loop);
bool wsc_signal_due(const struct wsc_loop *loop); /* one waits from the last turn */
void wsc_signal_run(struct wsc_loop *loop);       /* runs user code */

/* ---- activation.c: sockets that systemd has opened --------------------------- */

#define WSC_ACTIVATION_FIRST 3 /* their first descriptor, SD_LISTEN_FDS_START */

/* One a loop: what LISTEN_PID, LISTEN_FDS and LISTEN_FDNAMES said. */
struct wsc_activation {
	bool read;   /* … when they were there                                             */
	bool ours;   /* the sockets are this process's, or of the one that has forked it   */
	int count;   /* of them                                                            */
	char *names; /* with colons between them; malloc, or NULL                          */
};

/* Reads and removes the variables, at the first call. false: no memory. */
bool wsc_activation_read(struct wsc_activation *activation);
void wsc_activation_dtor(struct wsc_activation *activation);
/* Has the n-th socket this name? The empty one is everybody's. */
bool wsc_activation_is_named(const struct wsc_activation *activation, int n, struct wsc_slice name);

/* ---- stats.c: what is counted ------------------------------------------------ */

enum wsc_timeout {
	WSC_TIMEOUT_HANDSHAKE,
	WSC_TIMEOUT_PONG,
	WSC_TIMEOUT_IDLE,
	WSC_TIMEOUT_SEND,
	WSC_TIMEOUT_CLOSE,
	WSC_TIMEOUT_COUNT
};

/* Of a server, since it was made; other numbers are where they are needed. The first
 * four are counted on the way of every message. */
struct wsc_counts {
	uint64_t messages_received;
	uint64_t messages_sent;
	uint64_t bytes_received;
	uint64_t bytes_sent;
	uint64_t accepted;
	uint64_t handshakes;
	uint64_t lost;
	uint64_t unwelcome;  /* on_accept did not want them             */
	uint64_t crowded;    /* max_connections_per_address             */
	uint64_t starved;    /* accept() failed                         */
	uint64_t answers[4]; /* of HTTP: 2xx … 5xx                      */
	uint64_t closes[8];  /* 1000, 1001, 1002, 1007, 1008, 1009, 1011, others */
	uint64_t timeouts[WSC_TIMEOUT_COUNT];
};

/* How long the loop has served nobody else: the longest time of the present span, and of
 * the one before, so that whoever asks seldom misses none. */
struct wsc_turns {
	wsc_time longest;
	wsc_time before;
	wsc_time next_span;
};

static inline void wsc_turns_note(struct wsc_turns *turns, wsc_time taken)
{
	if (taken > turns->longest) {
		turns->longest = taken;
	}
}

void wsc_turns_sweep(struct wsc_turns *turns, wsc_time now);
/* An answer of HTTP with this status is queued. */
void wsc_counts_answer(struct wsc_counts *counts, int status);
/* We have begun to close a WebSocket. */
void wsc_counts_close(struct wsc_counts *counts, uint16_t code);

/* ---- conn.c ---------------------------------------------------------------- */

enum wsc_conn_state {
	WSC_CONN_PROXY,    /* the PROXY header is being read, below any transport                */
	WSC_CONN_TLS,      /* the TLS handshake is under way                                     */
	WSC_CONN_HEAD,     /* the request head is being read                                     */
	WSC_CONN_ANSWER,   /* an answer of HTTP goes out, and nothing is read: response.c       */
	WSC_CONN_OPEN,     /* user code knows it and may send                                    */
	WSC_CONN_CLOSING,  /* our Close is queued or sent; frames are read for the peer's Close  */
	WSC_CONN_FLUSHING, /* the queue goes out, then FIN; input is read off and thrown away    */
	WSC_CONN_CLOSED    /* no descriptor any more; waits for on_close and the reaper          */
};

/* Two token buckets: what a connection may still send. */
struct wsc_rate {
	double messages;
	double bytes;
	wsc_time since;          /* of the loop's clock; 0: nothing has come yet                 */
	struct wsc_timer *timer; /* it is read again then; NULL: it is not throttled             */
};

/* What most connections never need, made when one does. */
struct wsc_aside {
	struct wsc_conn *conn;
	struct wsc_list draining;   /* in loop->draining: on_drain is due                           */
	struct wsc_backlog backlog; /* behind conn->output                                          */
	uint64_t dropped;           /* messages                                                     */
	uint64_t control;           /* bytes of control frames beyond the limit since it took any    */
	struct wsc_rate rate;       /* where its server has such limits                              */
	uint16_t close_code;
	uint8_t closed_by; /* enum wsc_initiator; 0: nobody yet                            */
	uint8_t reason_length;
	char reason[123];
	wsc_time opened_at;   /* where log_level asks for it; 0: not known                         */
	bool copies;          /* the file can't be sent by sendfile()                             */
	int file;             /* that is being sent; -1: none                                      */
	struct wsc_part part; /* what is left of it                                                */
};

struct wsc_conn {
	struct wsc_server *server;
	const struct wsc_transport *transport;
	struct wsc_tls_session *tls;   /* NULL: not over TLS, or no byte has come yet      */
	struct wsc_endpoint *endpoint; /* once upgraded; one reference                     */
	void *user;                    /* the embedder's; a raw pointer back                       */
	uint64_t id;
	struct event event; /* the one libevent event of the descriptor                 */
	int fd;             /* -1 once closed                                           */
	short watching;     /* EV_READ and EV_WRITE, as the event has them now          */
	uint8_t state;      /* enum wsc_conn_state                                      */
	uint8_t family;     /* enum wsc_family, of the client                           */
	/* What holds up its input, in one byte: all of it is asked for at once. */
	unsigned busy : 1;          /* its input is being worked on further up the stack, or held */
	unsigned held : 1;          /* by wsc_conn_hold()                                       */
	unsigned unread : 1;        /* became readable while busy                               */
	unsigned buffered : 1;      /* the transport has input of which no event will tell      */
	unsigned read_on_write : 1; /* recv() has to wait until the kernel takes output     */
	unsigned write_on_read : 1; /* sendv() has to wait until there is input             */
	unsigned paused : 1;        /* by wsc_conn_pause(), or has sent more before it was answered */
	unsigned throttled : 1;     /* by rate.c, with the policy `wait`                        */
	/* What has become of it. */
	unsigned opened : 1;      /* on_open was called                                       */
	unsigned notified : 1;    /* on_close was called or never will be                     */
	unsigned websocket : 1;   /* a request head, then frames; else raw bytes              */
	unsigned eof : 1;         /* the peer's FIN was read                                  */
	unsigned close_sent : 1;  /* a Close of ours is queued or sent                        */
	unsigned peer_close : 1;  /* the peer's Close was read                                */
	unsigned blocked : 1;     /* the kernel takes no more output at present               */
	unsigned shut : 1;        /* our FIN is sent                                          */
	unsigned ping_sent : 1;   /* silence was answered with a Ping                         */
	unsigned pong_due : 1;    /* has not answered the last wsc_endpoint_keepalive() yet   */
	unsigned counted : 1;     /* in server->addresses                                     */
	unsigned fragments : 1;   /* the lengths of its frames are handed out                 */
	unsigned listed : 1;      /* in server->roster                                        */
	unsigned vouched : 1;     /* a trusted proxy's own: its request may name the client   */
	unsigned above : 1;       /* its queue has been above high_water_mark                 */
	unsigned kept : 1;        /* has had an answer of HTTP, and may ask again             */
	unsigned pipelined : 1;   /* conn->head came behind a request and was not looked at yet */
	unsigned singular : 1;    /* the client of this request is not that of the next one   */
	unsigned pins;            /* users of the struct further up the stack                 */
	uint8_t address[16];      /* of the client, in network order                          */
	uint16_t port;            /* of the client; 0: none, or not known                    */
	uint32_t spoken;          /* last message, in milliseconds, if idle_timeout is on    */
	wsc_time heard;           /* when the last byte came                                  */
	wsc_time deadline;        /* handshake or close deadline; 0: none                     */
	struct wsc_list siblings; /* in server->conns, or loop->dead once CLOSED              */
	struct wsc_list ready;    /* in loop->ready: has input; ->buffered, ->handshakes      */
	struct wsc_list dirty;    /* in loop->dirty: has output or a state to move on         */
	struct wsc_list closing;  /* in loop->closing: on_close is due                        */
	char *head;               /* incomplete PROXY header or request head, later input that a halt has left;
	                             * malloc, or NULL */
	size_t head_length;
	size_t head_room;
	struct wsc_message *input; /* from loop->machines; NULL between two messages          */
	struct wsc_outq output;
	struct wsc_deflate_terms compression; /* agreed on in the handshake                */
	struct wsc_deflate *deflate;          /* its own stream; NULL: none, or not yet     */
	uint32_t control_frames;              /* Pings and Pongs in control_second          */
	uint32_t control_second;              /* of the loop's clock                        */
	struct wsc_aside *aside;              /* NULL: not needed yet                       */
};

static inline void wsc_conn_become(struct wsc_conn *conn, enum wsc_conn_state state)
{
	if (conn->state != state) {
		wsc_trace_state(conn->id, conn->state, state);
	}
	conn->state = (uint8_t) state;
}

/* It is not to be read, for a reason of its own. */
static inline bool wsc_conn_stopped(const struct wsc_conn *conn)
{
	return conn->paused || conn->throttled;
}

/* Takes over the descriptor. NULL: no memory, the descriptor is still the caller's. */
struct wsc_conn *wsc_conn_new(struct wsc_server *server, int fd, const uint8_t *address, uint8_t family);

/* Every ending of a connection goes through here, and only here its descriptor
 * is closed. Queues only; on_close follows from the loop. */
void wsc_conn_finish(struct wsc_conn *conn, bool reset);

/* In which it begins, behind a PROXY header. */
uint8_t wsc_conn_first_state(const struct wsc_conn *conn);
void wsc_conn_start(struct wsc_conn *conn);               /* is it welcome? Runs user code         */
void wsc_conn_established(struct wsc_conn *conn);         /* raw: on_open. Runs user code          */
void wsc_conn_sweep(struct wsc_conn *conn, wsc_time now); /* looks at its deadlines. Queues only  */
void wsc_conn_drain(struct wsc_conn *conn);     /* its server ends, and so does it, unless busy. Queues only */
void wsc_conn_notify(struct wsc_conn *conn);    /* on_close. Runs user code             */
void wsc_conn_keepalive(struct wsc_conn *conn); /* Ratchet's rule. Queues only          */
void wsc_conn_free(struct wsc_conn *conn);      /* for the reaper alone                 */

/* For input.c and output.c. All queue only. */
void wsc_conn_watch(struct wsc_conn *conn);             /* asks libevent for what its state needs  */
void wsc_conn_mark_dirty(struct wsc_conn *conn);        /* looked at when the turn is flushed      */
void wsc_conn_notify_later(struct wsc_conn *conn);      /* on_close is due, once, after an on_open */
void wsc_conn_begin_closing(struct wsc_conn *conn);     /* our Close is queued                     */
void wsc_conn_end_input(struct wsc_conn *conn);         /* FLUSHING: what is unfinished is dropped */
void wsc_conn_flush_and_end(struct wsc_conn *conn);     /* the queue goes out, then FIN            */
void wsc_conn_catch_up(struct wsc_conn *conn);          /* with what has waited for a hook */
void wsc_conn_read_on(struct wsc_conn *conn);           /* it was stopped, and is not any more     */
void wsc_conn_drop_input(struct wsc_conn *conn);        /* drops what has come of a message        */
bool wsc_conn_takes_bytes(const struct wsc_conn *conn); /* may write() and end() do something? */
/* A copy of input that is looked at later, as conn->head, which there is none of; false: no memory, given up. */
bool wsc_conn_keep(struct wsc_conn *conn, const uint8_t *bytes, size_t length);
void wsc_conn_drop_head(struct wsc_conn *conn);     /* frees conn->head                        */
bool wsc_conn_out_of_memory(struct wsc_conn *conn); /* gives it up; returns false              */
bool wsc_conn_list(struct wsc_conn *conn);          /* in the roster, as it is open; false: out of memory, given up */
void wsc_conn_spoke_now(struct wsc_conn *conn);     /* for wsc_conn_spoke() alone              */
struct wsc_aside *wsc_conn_aside(struct wsc_conn *conn); /* made if need be; NULL: no memory        */
/* Sets its deadline; 0: none. */
void wsc_conn_allow(struct wsc_conn *conn, double seconds);
/* RFC 6455 7.1.7: a Close that says why, then nothing more is listened to. */
void wsc_conn_fail(struct wsc_conn *conn, uint16_t code, const char *reason);

/* ---- ending.c: who has closed, and with which code --------------------------- */

/* Counts only if nobody was there before. Without memory it is forgotten. */
void wsc_ending_note(struct wsc_conn *conn, enum wsc_initiator by, uint16_t code, const char *reason, size_t length);

/* ---- input.c ---------------------------------------------------------------- */

void wsc_input_read(struct wsc_conn *conn);               /* one recv() and its messages. Runs user code */
void wsc_input_refuse(struct wsc_conn *conn, int status); /* answers a request. Queues only       */
void wsc_input_handshake(struct wsc_conn *conn);          /* goes on with that of TLS. Runs user code */

/* ---- response.c: answers of HTTP. All queue only -------------------------------- */

/* What came behind the request that is being answered; all of a read, or nothing. */
void wsc_response_pipeline(struct wsc_conn *conn, const uint8_t *bytes, size_t length);
/* As wsc_conn_respond(), with a part of a file, which is taken over, for a body. */
void wsc_response_file(struct wsc_conn *conn, const struct wsc_request *request, const struct wsc_response *response,
                       int file, const struct wsc_part *part);
void wsc_response_drop_file(struct wsc_conn *conn); /* if there is one */
/* All that was queued of the answer has been handed to the kernel. */
void wsc_response_flushed(struct wsc_conn *conn);
/* A part of the request after an answer has come: it has to be complete in time. */
void wsc_response_next(struct wsc_conn *conn);

/* ---- site.c: what the engine answers by itself -------------------------------- */

/* Of a server; NULL where it answers nothing. */
struct wsc_site {
	struct wsc_root *root;       /* NULL: no files                                          */
	char *health_path;           /* NULL: none                                              */
	char *metrics_path;          /* NULL: none …                                            */
	struct wsc_network *readers; /* … who may read it; NULL: all                           */
	size_t reader_count;
	uint32_t open_files;        /* being sent at present                                   */
	wsc_time next_starved_line; /* when it may be logged again that descriptors lack       */
};

void wsc_site_free(struct wsc_site *site);
uint32_t wsc_site_reserve(const struct wsc_server *server); /* descriptors that files may need */
/* Of a server that has one: answers the request, if it is for the engine. Queues only. */
bool wsc_site_answer(struct wsc_conn *conn, const struct wsc_request *request);
/* Answers what nobody has an answer to, as WebSockets alone are behind it; 0: it has not. */
int wsc_site_refuse(struct wsc_conn *conn, const struct wsc_request *request);

/* ---- output.c: all queue only ------------------------------------------------- */

/* Writes what is queued, as far as the kernel takes it. */
void wsc_output_flush(struct wsc_conn *conn);
/* Queues bytes behind all that is queued; false: gone. */
bool wsc_output_enqueue(struct wsc_conn *conn, const char *bytes, size_t length, void *owner);
/* A message or a frame for one of which wsc_output_is_easy(); false: gone. */
bool wsc_output_message(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner);
/* The same for bytes that others are to get, too: held, where they come first. */
bool wsc_output_share(struct wsc_conn *conn, const char *bytes, size_t length, void *owner);
bool wsc_output_close_frame(struct wsc_conn *conn, uint16_t code, const char *reason, size_t length);
void wsc_output_clear(struct wsc_conn *conn);
/* Puts a message, or with opcode 0 bytes, into the queue and does no more; false: no memory. */
bool wsc_output_append(struct wsc_conn *conn, uint8_t opcode, const char *bytes, size_t length, void *owner);
/* What follows when the queue has grown; false: gone. */
bool wsc_output_grown(struct wsc_conn *conn);

/* ---- slow.c: readers that are too slow. All queue only ------------------------- */

static inline bool wsc_slow_waiting(const struct wsc_conn *conn)
{
	return conn->aside && !wsc_list_empty(&conn->aside->backlog.messages);
}

void wsc_slow_prepare(struct wsc_server *server); /* its options are set                             */
bool wsc_slow_waits(const struct wsc_conn *conn); /* has the next message to wait?              */
/* Lets a message wait. With opcode 0 bytes that can't be dropped. false: it was dropped, or the connection. */
bool wsc_slow_add(struct wsc_conn *conn, const struct wsc_waiting *message);
/* May more be queued? `droppable`: whole messages. */
bool wsc_slow_admit(struct wsc_conn *conn, bool droppable);
bool wsc_slow_admit_control(struct wsc_conn *conn, size_t length);
bool wsc_slow_refill(struct wsc_conn *conn); /* moves what waits into the queue, as far as there is room; false: gone */
bool wsc_slow_shed(struct wsc_conn *conn);   /* drops something of what waits; false: nothing     */
void wsc_slow_lowered(struct wsc_conn *conn); /* the queue of one that was above the mark is shorter now */
void wsc_slow_give_up(struct wsc_conn *conn); /* ends it for its queue; the caller has logged why  */

/* ---- rate.c: how much a connection may send. All queue only --------------------- */

void wsc_rate_prepare(struct wsc_server *server); /* its options are set                          */
/* Of a server that is `rated`. A message has come; false: it is not to be delivered. */
bool wsc_rate_message(struct wsc_conn *conn);
size_t wsc_rate_room(struct wsc_conn *conn, size_t size); /* how much the next read may bring; 0: closed */
bool wsc_rate_bytes(struct wsc_conn *conn, size_t count); /* so much has come; false: it is closed */
void wsc_rate_settle(struct wsc_conn *conn);              /* … and is worked off                   */
/* Of any: */
void wsc_rate_look(struct wsc_conn *conn);    /* it is not read for a while …                            */
void wsc_rate_forgive(struct wsc_conn *conn); /* … and was not since then, or since its last read        */
void wsc_rate_release(struct wsc_conn *conn); /* it is read again, if it was throttled                   */
void wsc_rate_end(struct wsc_conn *conn);     /* its timer goes                                          */

/* ---- addresses.c: connections by address ------------------------------------- */

/* A tree of <search.h>. */
struct wsc_addresses {
	void *root;
};

/* Connections from there, an IPv6 network of /64 being one address: counts one
 * more and returns how many there are now, 0: no memory; or counts one less. */
uint32_t wsc_addresses_add(struct wsc_addresses *addresses, uint8_t family, const uint8_t address[16]);
void wsc_addresses_remove(struct wsc_addresses *addresses, uint8_t family, const uint8_t address[16]);

/* ---- bans.c: who is not served --------------------------------------------------- */

struct wsc_bans {
	void *root;           /* a tree of <search.h>                                        */
	struct wsc_list list; /* the same, the oldest first                                  */
	size_t count;
	uint32_t four[33]; /* how many there are of each length of prefix, IPv4 … */
	uint32_t six[129]; /* … and IPv6                                        */
};

void wsc_bans_init(struct wsc_bans *bans);
void wsc_bans_dtor(struct wsc_bans *bans);
/* Until then, 0: for good; replaces that of the same network. false: no memory. */
bool wsc_bans_add(struct wsc_bans *bans, const struct wsc_network *network, wsc_time until);
bool wsc_bans_remove(struct wsc_bans *bans, const struct wsc_network *network); /* false: there was none */
bool wsc_bans_have(const struct wsc_bans *bans, const struct wsc_ip *ip);
void wsc_bans_sweep(struct wsc_bans *bans, wsc_time now); /* drops those that are over */

/* ---- origin.c: who the client of a connection is ------------------------------ */

/* A connection was accepted: counts it by its address, asks on_accept and starts it,
 * or waits for what a proxy has to say. Runs user code. */
void wsc_origin_begin(struct wsc_conn *conn);
/* Reads of the PROXY header what has come. Runs user code. */
void wsc_origin_read(struct wsc_conn *conn, void *buffer, size_t size);
/* The request has come that may name the client. false: the connection is not to be
 * served. Runs user code. */
bool wsc_origin_request(struct wsc_conn *conn, const struct wsc_request *request);
/* The header has not come in time. */
void wsc_origin_expire(struct wsc_conn *conn);

/* ---- socket.c: listening sockets ----------------------------------------------- */

/* The file of a Unix socket that we have made. */
struct wsc_socket_file {
	uint64_t device;
	uint64_t inode;
	long pid; /* who made it; 0: it is not ours to remove */
};

struct wsc_socket {
	int fd;
	uint16_t port;
	char uri[WSC_URI_SIZE];
	struct wsc_socket_file file;
};

/* Opens, binds and listens; false: *failure has error and call. */
bool wsc_socket_open(struct wsc_socket *socket, const struct wsc_address *address, const struct wsc_options *options,
                     bool ipv6_only, struct wsc_listen_failure *failure);
/* The same for a copy of a descriptor that listens already. */
bool wsc_socket_adopt(struct wsc_socket *socket, int fd, struct wsc_listen_failure *failure);
/* Makes a descriptor that was passed to us close-on-exec. */
void wsc_socket_mark(int fd);
void wsc_socket_close(struct wsc_socket *socket);
/* The next client, or -1 and errno. */
int wsc_socket_accept(const struct wsc_socket *socket, struct wsc_ip *ip, uint16_t *port);

/* ---- listener.c, server.c --------------------------------------------------- */

struct wsc_listener {
	struct wsc_server *server;
	struct wsc_list siblings; /* in server->listeners; one that is closed, until the sweep frees it */
	struct event *event;      /* NULL: closed                                                */
	struct wsc_socket socket;
	bool armed;            /* libevent watches it                                         */
	unsigned accepting;    /* calls of wsc_listener_accept() up the stack                 */
	wsc_time retry;        /* out of descriptors: try again then; 0: not so               */
	struct wsc_list ready; /* in loop->accepting                                          */
};

struct wsc_server {
	struct wsc_loop *loop;
	struct wsc_list siblings; /* in loop->servers                                         */
	struct wsc_list conns;    /* all that are not CLOSED                                  */
	size_t conn_count;
	struct wsc_roster roster; /* those of them that a broadcast is for          */
	uint64_t queued_bytes;    /* over all conns                                           */
	uint64_t easy_bytes;      /* a queue below it takes any message; 0: there is more to ask */
	uint64_t notable_bytes;   /* a queue below it may just grow                           */
	bool rated;               /* it has limits of rate.c                     */
	struct wsc_counts counts;
	struct wsc_slow_counts slow;
	struct wsc_abuse_counts abuse;
	struct wsc_message_budget receive; /* what they have received of messages and heads   */
	struct wsc_compression compression;
	struct wsc_addresses addresses; /* how many of the conns come from where            */
	struct wsc_bans bans;           /* who is not served                                */
	enum wsc_protocol protocol;
	struct wsc_options options;
	struct wsc_message_rules rules;
	struct wsc_list listeners;
	bool paused;                 /* by wsc_server_pause()                                       */
	bool full;                   /* at max_connections: armed again when one ends               */
	wsc_time next_full_line;     /* when it may be logged again that it is full                */
	wsc_time next_starved_line;  /* … that descriptors lack                                  */
	wsc_time next_crowd_line;    /* … that too many come from one address                    */
	wsc_time next_proxy_line;    /* … that a PROXY header is missing                         */
	wsc_time next_rate_line;     /* … that one sends too much                                */
	wsc_time next_origin_line;   /* … that an Origin is not allowed                          */
	wsc_time next_ban_line;      /* … that somebody who is banned has come                   */
	uint64_t proxy_failures;     /* how often it was                                         */
	struct wsc_network *trusted; /* malloc, or NULL                                          */
	size_t trusted_count;
	struct wsc_web_origin *origins; /* malloc, or NULL: all are allowed                      */
	size_t origin_count;
	char forwarded_header[WSC_HEADER_NAME_SIZE]; /* "": none                                 */
	struct wsc_endpoint *endpoint;               /* where requests go without on_request; one reference     */
	bool draining;                               /* wsc_server_drain() has been called                       */
	bool overdue;                                /* … and its seconds are over                               */
	struct wsc_timer *drain_timer;               /* until then; NULL: none                                   */
	struct wsc_site *site;                       /* NULL: all requests are the embedder's                   */
	struct wsc_tls *tls;                         /* one reference; NULL: plain TCP                          */
	uint64_t tls_failures;                       /* handshakes that failed …                                */
	uint64_t tls_failures_told;                  /* … of which the log knows                                */
	wsc_time next_tls_line;                      /* when the next may be logged                             */
	bool iterating;                              /* over conns, of which none but the present one may end     */
	void *data;                                  /* the embedder's                                           */
};

/* A message has come or is sent. */
static inline void wsc_conn_spoke(struct wsc_conn *conn)
{
	if (conn->server->easy_bytes == 0) {
		wsc_conn_spoke_now(conn);
	}
}

/* A hook may run: pins the connection, and holds its input back. */
static inline void wsc_conn_enter(struct wsc_conn *conn)
{
	conn->pins++;
	conn->busy = true;
}

/* It has returned. */
static inline void wsc_conn_leave(struct wsc_conn *conn)
{
	conn->busy = conn->held;
	if (conn->buffered || conn->unread || conn->server->draining) {
		wsc_conn_catch_up(conn);
	}
	conn->pins--;
}

/* Bytes of frames, and of what waits to become frames. */
static inline uint64_t wsc_output_queued(const struct wsc_conn *conn)
{
	return conn->output.bytes + (conn->aside ? conn->aside->backlog.bytes : 0);
}

/* Has a send nothing to look after: no idle_timeout, no policy, nothing that waits? */
static inline bool wsc_output_is_easy(const struct wsc_conn *conn)
{
	return conn->output.bytes < conn->server->easy_bytes && !conn->aside;
}

/* At least seconds between two lines about the same. */
#define WSC_LINE_INTERVAL 60000000

/* Takes over the socket, also when it fails. NULL: no memory. */
struct wsc_listener *wsc_listener_new(struct wsc_server *server, const struct wsc_socket *socket);
void wsc_listener_close(struct wsc_listener *listener);
void wsc_listener_free(struct wsc_listener *listener);   /* closes it first, if need be          */
void wsc_listener_update(struct wsc_listener *listener); /* arms or disarms, as its state asks   */
void wsc_listener_accept(struct wsc_listener *listener); /* runs user code                       */
void wsc_listener_sweep(struct wsc_listener *listener, wsc_time now);

void wsc_server_update_listeners(struct wsc_server *server); /* all of them */
bool wsc_server_listens(const struct wsc_server *server);    /* on one at least, and is not paused */

/* Calls `work`, which may end the connection it is given, and no other. */
void wsc_server_each_conn(struct wsc_server *server, void (*work)(struct wsc_conn *conn, void *arg), void *arg);
void wsc_server_sweep(struct wsc_server *server, wsc_time now); /* queues only */
/* Counts a TLS handshake that failed, and logs it, at most once a minute unless
 * it was told of otherwise. */
void wsc_server_tls_failed(struct wsc_conn *conn, const char *reason, bool told);
/* One connection is gone: the listener may have room again. */
void wsc_server_conn_gone(struct wsc_conn *conn);
/* Drops the longest queues until the total is within its limit. Queues only. */
void wsc_server_limit_queues(struct wsc_server *server);

/* ---- loop.c --------------------------------------------------------------- */

/* What one wsc_loop_run() reads with; a nested run has its own. */
struct wsc_scratch {
	struct wsc_scratch *next; /* in loop->lent */
	size_t header_limit;
	uint8_t bytes[WSC_RECEIVE_SIZE];
	struct wsc_header headers[];
};

/* notify.c: what the service manager knows of this loop. */
struct wsc_notify {
	pid_t owner;       /* who has said READY; 0: nobody yet                           */
	bool stopping;     /* has been said                                               */
	wsc_time interval; /* between two WATCHDOG; 0: it does not wait for any           */
	wsc_time next;     /* when the next is due                                        */
};

struct wsc_loop {
	struct event_base *base;
	const struct wsc_hooks *hooks;
	void *data;
	pid_t pid;                /* who made the base, or re-made it after a fork            */
	unsigned char *fork_mark; /* 1, and 0 in a child; NULL: the system has none, and pid is compared */
	pid_t runner;             /* who entered the last run                                 */
	unsigned depth;           /* runs under way                                           */
	bool stopped;
	bool halted;
	bool muted;
	bool rated;    /* a server has limits of rate.c, so that these count:      */
	wsc_time woke; /* when the last sleep was over, or the outermost run began */
	wsc_time lag;  /* microseconds from the one before to the sleep after it   */
	wsc_time now;  /* of this turn                                             */
	wsc_time next_sweep;
	struct wsc_turns turns;
	bool timed; /* callbacks are measured                                      */
	struct wsc_histogram callbacks[WSC_CALLBACK_COUNT];
	uint64_t errors[2];         /* by enum wsc_callback_error                               */
	struct event *wake;         /* the timeout that ends the sleep                          */
	wsc_time wake_due;          /* 0: not armed                                             */
	struct wsc_list ready;      /* connections with input                                   */
	struct wsc_list buffered;   /* … whose transport has some already, for the next turn    */
	struct wsc_list handshakes; /* connections whose TLS handshake can go on               */
	struct wsc_list accepting;  /* listeners with somebody waiting                          */
	struct wsc_list dirty;      /* connections with output                                  */
	struct wsc_list closing;    /* connections whose on_close is due                        */
	struct wsc_list draining;   /* struct wsc_aside of those whose on_drain is due          */
	struct wsc_list dead;       /* CLOSED connections, for the reaper                       */
	struct wsc_list servers;
	struct wsc_list deferred; /* struct wsc_deferral                                      */
	struct wsc_timer_heap timers;
	struct wsc_watches watches;
	struct wsc_signals signals;
	struct wsc_list remembering; /* struct wsc_compression that holds payloads             */
	struct wsc_activation activation;
	struct wsc_notify notify;
	struct wsc_chunk_pool chunks;
	struct wsc_inflate_pool inflaters;
	struct wsc_message_pool machines;
	struct wsc_scratch *scratch; /* NULL while a run uses it                                 */
	struct wsc_scratch *lent;    /* those in use                                             */
	uint64_t next_conn_id;
	uint64_t next_deferral;
};

struct wsc_scratch *wsc_loop_make_scratch(struct wsc_loop *loop, size_t header_limit);
void wsc_loop_return_scratch(struct wsc_loop *loop, struct wsc_scratch *scratch);

/* Hands out the receive buffer; NULL: no memory. To be given back. */
static inline struct wsc_scratch *wsc_loop_take_scratch(struct wsc_loop *loop, size_t header_limit)
{
	struct wsc_scratch *scratch = loop->scratch;

	if (!scratch || scratch->header_limit < header_limit) {
		return wsc_loop_make_scratch(loop, header_limit);
	}
	loop->scratch = NULL;
	scratch->next = loop->lent;
	loop->lent = scratch;
	return scratch;
}

static inline void wsc_loop_give_scratch(struct wsc_loop *loop, struct wsc_scratch *scratch)
{
	if (loop->scratch || loop->lent != scratch) {
		wsc_loop_return_scratch(loop, scratch);
		return;
	}
	loop->lent = scratch->next;
	loop->scratch = scratch;
}

/* notify.c, at each sweep: READY and WATCHDOG, where they are due. */
void wsc_notify_sweep(struct wsc_loop *loop, wsc_time now);

/* Before anything is changed in the kernel's event queue: in a forked child it
 * is still the parent's. */
void wsc_loop_follow_fork(struct wsc_loop *loop);

/* May a hook still be called? Asked before and after each. */
static inline bool wsc_loop_live(const struct wsc_loop *loop)
{
	return !loop->halted && !loop->muted;
}

/* A byte has come, or was taken. */
static inline void wsc_conn_heard(struct wsc_conn *conn)
{
	conn->heard = conn->server->loop->now;
	if (conn->ping_sent) {
		conn->ping_sent = false;
		conn->deadline = 0;
	}
}

/* ---- log.c ------------------------------------------------------------------------ */

/* One line to the embedder's log, printf-style, if log_level asks for it. What is not
 * printable ASCII is escaped, whoever it comes from, and a long line is cut. Runs no user
 * code. */
void wsc_server_log(struct wsc_server *server, enum wsc_log_level level, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* What happens to a connection, if log_level asks for it. Its path is written without the
 * query string, nothing else of its request is. */
void wsc_log_accepted(struct wsc_conn *conn);                                  /* debug */
void wsc_log_opened(struct wsc_conn *conn, const struct wsc_request *request); /* info; NULL: plain TCP */
void wsc_log_ended(struct wsc_conn *conn);                                     /* info; debug if it never was open */
void wsc_log_refused(struct wsc_conn *conn, int status);                       /* debug */

#endif
