--TEST--
Message: onMessage() in every form that PHP lets a method have is called as PHP calls it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

function talk(string $name, string $method): void
{
    echo "--- $name\n";
    $server = TestServer::code(<<<PHP
        use Ratchet\\ConnectionInterface;
        abstract class Base extends Ratchet\\Server\\EchoServer { public \$seen = []; }
        class App extends Base { $method }
        class Freed { function __destruct() { echo "freed\\n"; } }
        serve(new App);
        PHP);
    $client = WsClient::connect($server->port);
    foreach (['one', 'a longer message, the second', 'x'] as $payload) {
        $client->text($payload);
        echo $client->readMessage(), "\n";
    }
    $client->close();
    $server->finish();
    echo $server->out();
}

$send = '$from->send(strrev($msg) . ":" . implode(",", func_get_args() === [$from, $msg] ? ["both"] : [func_num_args()]));';
talk('two parameters', "function onMessage(ConnectionInterface \$from, \$msg) { $send }");
talk('an optional third', "function onMessage(ConnectionInterface \$from, \$msg, \$more = 'default') { \$from->send(\$more . \$msg); }");
talk('variadic', 'function onMessage(ConnectionInterface $from, $msg, ...$rest) { $from->send(count($rest) . $msg); }');
talk('the message is changed', 'function onMessage(ConnectionInterface $from, $msg) { $kept = $msg; $msg .= "!"; $from->send("$kept $msg"); }');
talk('a generator, which nobody runs', 'function onMessage(ConnectionInterface $from, $msg) { $this->seen[] = 1; yield; }
    function onOpen(ConnectionInterface $c) { for ($i = 0; $i < 3; $i++) { $c->send("seen " . count($this->seen)); } }');
talk('what it returns is freed', 'function onMessage(ConnectionInterface $from, $msg) { $from->send($msg); return new Freed; }');
talk('by reference', 'function &onMessage(ConnectionInterface $from, $msg) { static $last = []; $from->send($msg); $last = [$msg]; return $last; }');
talk('a trace ends at run()', 'function onMessage(ConnectionInterface $from, $msg) {
    $from->send(implode(" ", array_map(fn($frame) => ($frame["class"] ?? "") . "::" . $frame["function"], debug_backtrace()))); }');
talk('the scope is that of the class', 'private $secret = "mine"; function onMessage(ConnectionInterface $from, $msg) { $from->send($this->secret . static::class); }');
?>
--EXPECT--
--- two parameters
eno:both
dnoces eht ,egassem regnol a:both
x:both
--- an optional third
defaultone
defaulta longer message, the second
defaultx
--- variadic
0one
0a longer message, the second
0x
--- the message is changed
one one!
a longer message, the second a longer message, the second!
x x!
--- a generator, which nobody runs
seen 0
seen 0
seen 0
--- what it returns is freed
one
a longer message, the second
x
freed
freed
freed
--- by reference
one
a longer message, the second
x
--- a trace ends at run()
App::onMessage Ratchet\Server\IoServer::run ::serve
App::onMessage Ratchet\Server\IoServer::run ::serve
App::onMessage Ratchet\Server\IoServer::run ::serve
--- the scope is that of the class
mineApp
mineApp
mineApp
