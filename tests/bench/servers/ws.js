// SPDX-License-Identifier: MIT
//
// ws of node: echo, and under /broadcast a broadcast to all its connections.
//
//     node ws.js PORT path/to/node_modules/ws

'use strict';

const { WebSocketServer } = require(process.argv[3]);

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  backlog: 4096,
  // Only for clients that offer it.
  perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
});

server.on('connection', (connection, request) => {
  if (request.url === '/broadcast') {
    connection.on('message', (message, isBinary) => {
      for (const client of server.clients) {
        client.send(message, { binary: isBinary });
      }
    });
  } else {
    connection.on('message', (message, isBinary) => connection.send(message, { binary: isBinary }));
  }
});
