/* SPDX-License-Identifier: MIT
 *
 * See party.h. Not watched by libFuzzer, as it is no part of what is tested.
 */
#include "party.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Turns until there must be rest. */
#define PATIENCE 20000
/* What user code sends at most, and a frame header. */
#define LARGEST (300 * 1024)
/* Of a frame, and of the Closes that may go beyond the limit of all queues. */
#define HEADER 14
#define CLOSES 512

/* ---- what user code does ---------------------------------------------------------- */

static void record(struct client *client, uint8_t opcode, const char *bytes, size_t length)
{
	struct sent *sent;

	client->sent = realloc(client->sent, (client->sent_count + 1) * sizeof *client->sent);
	ASSERT(client->sent != NULL);
	sent = &client->sent[client->sent_count++];
	*sent = (struct sent){.opcode = opcode, .bytes = fuzz_copy(bytes, length), .length = length};
}

static void send_to(struct client *client, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	bool open = wsc_conn_is_open(client->conn);
	bool queued = client->raw ? wsc_conn_write(client->conn, bytes, length, owner)
	                          : wsc_conn_send(client->conn, opcode, bytes, length, owner);

	ASSERT(queued == wsc_conn_is_open(client->conn));
	ASSERT(!queued || client->conn->output.bytes < client->party->server->options.max_queued_bytes + length + HEADER);
	/* Of what has ended the connection a part may have been written. */
	if (open && opcode <= WSC_OP_BINARY) {
		record(client, opcode, bytes, length);
	}
}

static void send_large(struct client *client, uint8_t kib)
{
	struct party *party = client->party;
	size_t length = (size_t) kib * 1024;
	char *bytes;
	void *owner = length > 0 ? ledger_alloc(&party->ledger, length, &bytes) : NULL;

	if (owner != NULL) {
		fuzz_fill((uint8_t *) bytes, length, kib);
		send_to(client, WSC_OP_BINARY, bytes, length, owner);
		ledger_unref(&party->ledger, owner);
	}
}

static void broadcast(struct party *party, uint8_t opcode, const char *bytes, size_t length, void *owner)
{
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		if (party->clients[i].conn != NULL) {
			send_to(&party->clients[i], opcode, bytes, length, owner);
		}
	}
}

static void stop(void *arg)
{
	wsc_loop_stop(arg);
}

/* One turn; the loop may be running. */
static void run_once(struct party *party)
{
	/* An allocation that fails on purpose does so once. */
	if (wsc_loop_defer(party->loop, stop, NULL, party->loop) == WSC_OK ||
	    wsc_loop_defer(party->loop, stop, NULL, party->loop) == WSC_OK) {
		wsc_loop_run(party->loop);
	}
}

static void obey(struct client *client, const struct wsc_payload *payload)
{
	struct party *party = client->party;
	struct wsc_conn *conn = client->conn;
	struct client *other = &party->clients[client == party->clients ? 1 : 0];
	size_t length = payload->length;
	const char *rest = length > 0 ? payload->bytes + 1 : "";
	size_t rest_length = length > 0 ? length - 1 : 0;

	switch (length > 0 ? payload->bytes[0] : 0) {
	case 'C':
		wsc_conn_close(conn, WSC_CLOSE_NORMAL, rest, payload->opcode == WSC_OP_TEXT ? rest_length : 0);
		break;
	case 'K':
		wsc_conn_close_with(conn, "\x88\x02\x03\xE9", 4);
		break;
	case 'E':
		wsc_conn_end(conn);
		break;
	case 'L':
		send_large(client, rest_length > 0 ? (uint8_t) rest[0] : 0);
		break;
	case 'B':
		broadcast(party, payload->opcode, payload->bytes, length, payload->owner);
		break;
	case 'P':
		send_to(client, WSC_OP_PING, rest, rest_length < 125 ? rest_length : 125, NULL);
		break;
	case 'W':
		wsc_conn_write(conn, "\x89\x01w", 3, NULL);
		break;
	case 'D':
		if (other->conn != NULL) {
			/* The farewell comes at the end of the turn, whatever is in it. */
			party->chance = party->chance || party->farewell;
			wsc_conn_close(other->conn, WSC_CLOSE_GOING_AWAY, "", 0);
		}
		break;
	case 'N':
		run_once(party);
		break;
	case 'H':
		wsc_loop_halt(party->loop);
		break;
	case 'Q':
		break;
	case 'O':
		send_to(client, payload->opcode, payload->bytes, length, NULL);
		break;
	default:
		send_to(client, payload->opcode, payload->bytes, length, payload->owner);
		break;
	}
}

static void on_open(void *data, struct wsc_conn *conn, const struct wsc_request *request)
{
	struct party *party = data;
	struct client *client = wsc_conn_user(conn);
	const struct wsc_deflate_terms *terms = &conn->compression;

	ASSERT(!client->opened && !wsc_loop_halted(party->loop) && wsc_conn_is_open(conn));
	ASSERT((request != NULL) == (bool) conn->websocket);
	client->opened = true;
	client->conn = conn;
	client->doubtful = terms->agreed && terms->client_takeover && terms->client_bits < 15;
	if (party->greet) {
		send_to(client, WSC_OP_TEXT, "welcome, welcome, welcome", 25, NULL);
	}
	if (party->refuse) {
		wsc_conn_close(conn, WSC_CLOSE_POLICY, "no", 2);
	}
}

static void on_message(void *data, struct wsc_conn *conn, struct wsc_payload *payload)
{
	struct party *party = data;
	struct client *client = wsc_conn_user(conn);

	ASSERT(client->conn == conn && client->opened && !client->closed && !client->busy);
	ASSERT(!wsc_loop_halted(party->loop) && wsc_conn_is_open(conn) && !wsc_conn_close_sent(conn));
	ASSERT(payload->length <= party->server->options.max_message_size);
	client->busy = true;
	obey(client, payload);
	client->busy = false;
	if (payload->owner != NULL) {
		ledger_unref(&party->ledger, payload->owner);
	}
}

static void on_data(void *data, struct wsc_conn *conn, struct wsc_payload *payload)
{
	struct party *party = data;
	struct client *client = wsc_conn_user(conn);

	ASSERT(client->conn == conn && client->opened && !client->closed && !wsc_loop_halted(party->loop));
	ASSERT(wsc_conn_is_open(conn) && payload->length > 0);
	send_to(client, payload->opcode, payload->bytes, payload->length, payload->owner);
	ledger_unref(&party->ledger, payload->owner);
}

static void on_close(void *data, struct wsc_conn *conn)
{
	struct party *party = data;
	struct client *client = wsc_conn_user(conn);

	ASSERT(client->conn == conn && client->opened && !client->closed && !client->busy);
	ASSERT(!wsc_loop_halted(party->loop) && !wsc_conn_is_open(conn));
	ASSERT(!wsc_conn_send(conn, WSC_OP_TEXT, "x", 1, NULL) && !wsc_conn_write(conn, "x", 1, NULL));
	client->closed = true;
	client->conn = NULL;
	if (party->farewell) {
		broadcast(party, WSC_OP_TEXT, "somebody has left", 17, NULL);
	}
}

static void on_turn(void *data)
{
	ASSERT(!wsc_loop_halted(((struct party *) data)->loop));
}

static void log_line(void *data, struct wsc_server *server, enum wsc_log_level level, const char *line)
{
	(void) data;
	(void) server;
	(void) level;
	ASSERT(line[0] != 0 && strchr(line, '\n') == NULL);
}

/* ---- the books ------------------------------------------------------------------------ */

/* What all connections together take is the sum of what each does, and within
 * its limits. */
static void check_books(const struct party *party)
{
	const struct wsc_server *server = party->server;
	uint64_t queued = 0;
	uint64_t received = 0;
	uint64_t contexts = 0;
	size_t count = 0;

	for (const struct wsc_list *node = server->conns.next; node != &server->conns; node = node->next) {
		const struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);
		const struct wsc_message *input = conn->input;
		const struct wsc_deflate_terms *terms = &conn->compression;

		ASSERT(conn->state != WSC_CONN_CLOSED && conn->fd >= 0);
		ASSERT(conn->state < WSC_CONN_FLUSHING || input == NULL);
		ASSERT(conn->output.bytes < server->options.max_queued_bytes + LARGEST);
		count++;
		queued += conn->output.bytes;
		received += conn->head_room;
		if (input != NULL) {
			received += input->capacity;
			received += input->inflate != NULL && !input->takeover ? wsc_inflate_memory(WSC_WINDOW_BITS_MAX) : 0;
		}
		if (terms->agreed) {
			contexts += terms->server_takeover ? wsc_deflate_memory(terms->server_bits) : 0;
			contexts += terms->client_takeover ? wsc_inflate_memory(terms->client_bits) : 0;
		}
	}
	ASSERT(count == server->conn_count);
	ASSERT(queued == server->queued_bytes);
	ASSERT(received == server->receive.used && received <= server->options.max_receive_bytes);
	ASSERT(contexts == server->compression.reserved && contexts <= server->options.max_compression_bytes);
	ASSERT(queued <= server->options.max_total_queued_bytes + CLOSES);
	ASSERT(wsc_list_empty(&party->loop->remembering));
}

/* ---- turns ----------------------------------------------------------------------------- */

static void pump(struct client *client)
{
	ssize_t received;

	if (client->fd < 0 || client->lazy || client->ended || client->reset) {
		return;
	}
	do {
		uint8_t *room = story_extend(&client->got, 32768);

		received = recv(client->fd, room, 32768, 0);
		client->got.length -= 32768 - (size_t) (received > 0 ? received : 0);
	} while (received > 0);
	client->ended = received == 0;
	client->reset = received < 0 && errno != EAGAIN && errno != EINTR;
}

void party_turn(struct party *party)
{
	run_once(party);
	check_books(party);
	wsc_loop_resume(party->loop);
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		pump(&party->clients[i]);
	}
}

/* Will the server do something, now or when its client has read? */
static bool has_work(const struct wsc_conn *conn)
{
	const struct client *client = wsc_conn_user(conn);
	char byte;

	if (conn->output.bytes > 0 && !client->lazy) {
		return true;
	}
	return !conn->eof && (recv(conn->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0 || errno != EAGAIN);
}

static bool at_rest(const struct party *party)
{
	const struct wsc_loop *loop = party->loop;
	const struct wsc_list *conns = &party->server->conns;

	if (!wsc_list_empty(&loop->ready) || !wsc_list_empty(&loop->dirty) || !wsc_list_empty(&loop->closing) ||
	    !wsc_list_empty(&loop->dead)) {
		return false;
	}
	for (const struct wsc_list *node = conns->next; node != conns; node = node->next) {
		if (has_work(WSC_CONTAINER(node, struct wsc_conn, siblings))) {
			return false;
		}
	}
	return true;
}

void party_rest(struct party *party)
{
	size_t turns = 0;

	party_turn(party);
	while (!at_rest(party)) {
		ASSERT(turns++ < PATIENCE);
		party_turn(party);
	}
	/* What the last turn has written. */
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		pump(&party->clients[i]);
	}
}

void party_later(struct party *party, unsigned seconds)
{
	wsc_time shift = (wsc_time) seconds * 1000000;
	struct wsc_list *node;

	for (node = party->server->conns.next; node != &party->server->conns; node = node->next) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		conn->heard -= shift; /* only its distance to now counts */
		if (conn->deadline != 0) {
			conn->deadline = conn->deadline > shift ? conn->deadline - shift : 1;
		}
	}
	party->loop->next_sweep = 1;
	party_rest(party);
}

/* ---- beginning and end -------------------------------------------------------------------- */

bool party_begin(struct party *party, const struct wsc_server_config *config)
{
	struct wsc_server_config plain = *config;

	party->hooks = fuzz_hooks;
	party->hooks.on_open = on_open;
	party->hooks.on_message = on_message;
	party->hooks.on_data = on_data;
	party->hooks.on_close = on_close;
	party->hooks.on_turn = on_turn;
	party->hooks.log = log_line;
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		party->clients[i] = (struct client){.party = party, .fd = -1, .gone = true};
	}
	party->loop = wsc_loop_new(&party->hooks, party);
	if (party->loop == NULL) {
		return false;
	}
	/* What wsc_compression_init() does, but for the look at zlib, which takes
	 * longer than all else. */
	plain.options.compression = false;
	party->server = wsc_server_new(party->loop, &plain);
	if (party->server == NULL) {
		wsc_loop_free(party->loop);
		return false;
	}
	if (config->options.compression) {
		party->server->options.compression = true;
		party->server->compression.policy = (struct wsc_deflate_policy){
			.enabled = true,
			.server_context_takeover = config->options.server_context_takeover,
			.client_context_takeover = config->options.client_context_takeover,
			.server_max_window_bits = (uint8_t) config->options.server_max_window_bits,
			.client_max_window_bits = (uint8_t) config->options.client_max_window_bits,
			.least_server_bits = 9,
		};
	}
	return true;
}

void party_connect(struct party *party, size_t index)
{
	static const uint8_t address[16] = {127, 0, 0, 1};
	struct client *client = &party->clients[index];
	struct wsc_conn *conn;
	int ends[2];

	ASSERT(client->fd < 0);
	ASSERT(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) == 0);
	if (party->narrow) {
		int size = 4096;

		setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	}
	conn = wsc_conn_new(party->server, ends[1], address, WSC_FAMILY_IPV4);
	if (conn == NULL) {
		close(ends[0]);
		close(ends[1]);
		return;
	}
	client->fd = ends[0];
	client->gone = false;
	client->raw = !conn->websocket;
	wsc_conn_set_user(conn, client);
	wsc_conn_start(conn);
}

void party_send(struct party *party, struct client *client, const uint8_t *bytes, size_t length)
{
	size_t turns = 0;

	while (length > 0 && client->fd >= 0) {
		ssize_t sent = send(client->fd, bytes, length, MSG_NOSIGNAL);

		if (sent > 0) {
			bytes += sent;
			length -= (size_t) sent;
		} else if (errno == EAGAIN) {
			ASSERT(turns++ < PATIENCE);
			party_turn(party);
		} else {
			return; /* the server has closed its end */
		}
	}
}

void party_leave(struct client *client)
{
	if (client->fd >= 0) {
		close(client->fd);
		client->fd = -1;
		client->gone = true;
	}
}

void party_end(struct party *party)
{
	struct wsc_server *server = party->server;

	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		party->clients[i].lazy = false;
	}
	/* One after the other, or it is chance what the last gets of the first. */
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		party_rest(party);
		if (party->clients[i].fd >= 0) {
			shutdown(party->clients[i].fd, SHUT_WR);
		}
	}
	party_rest(party);
	ASSERT(wsc_list_empty(&server->conns) && server->conn_count == 0);
	ASSERT(server->queued_bytes == 0 && server->receive.used == 0 && server->compression.reserved == 0);
	ASSERT(ledger_balanced(&party->ledger));
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		ASSERT(party->clients[i].opened == party->clients[i].closed);
		ASSERT(party->clients[i].fd < 0 || party->clients[i].ended || party->clients[i].reset);
	}
	wsc_loop_free(party->loop);
	ASSERT(ledger_balanced(&party->ledger));
}

void party_free(struct party *party)
{
	for (size_t i = 0; i < PARTY_CLIENTS; i++) {
		struct client *client = &party->clients[i];

		if (client->fd >= 0) {
			close(client->fd);
		}
		for (size_t k = 0; k < client->sent_count; k++) {
			free(client->sent[k].bytes);
		}
		free(client->sent);
		free(client->got.bytes);
	}
}
