--TEST--
The tutorial's chat runs unchanged: who is connected, who said what, and everybody hears it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/chat.inc';

$server = TestServer::example(__DIR__ . '/../../php-examples/server.php', 8080, QUIET);
chat($server);
echo "--- stderr\n", $server->err();
?>
--EXPECT--
New client connected: #1
New client connected: #2
New client connected: #3
Received message from #1: hello from the first
Received message from #3: grüße <b>&amp;</b> 🐘
Received message from #2: 
Client disconnected: #2
Client disconnected: #1
Received message from #3: am I alone?
--- ids grow: yes
--- still running: yes
--- stderr
