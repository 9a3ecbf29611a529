--TEST--
chat.php: names and tokens, private messages, history for who may read it, resumed by number, also after a restart
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_extension('pdo_sqlite'); ?>
--FILE--
<?php
require __DIR__ . '/example.inc';

/* What comes next must be of this type; who is online is told in between, as people come and go. */
function next_of(WsClient $client, string $type): array
{
    do {
        $message = heard($client);
    } while ($message['type'] === 'online' && $type !== 'online');
    return $message['type'] === $type ? $message : throw new Exception("not $type: " . json_encode($message));
}

/* A new connection that says hello: itself, and the answer. */
function hello(TestServer $server, string $name, ?string $token = null, int $since = 0): array
{
    $client = WsClient::connect($server->port);
    $client->text(json_encode(['type' => 'hello', 'name' => $name, 'since' => $since] + ($token === null ? [] : ['token' => $token])));
    return [$client, heard($client)];
}

function say(WsClient $client, string $text, ?string $to = null): void
{
    $client->text(json_encode(['type' => 'say', 'text' => $text] + ($to === null ? [] : ['to' => $to])));
}

function lines(array ...$messages): string
{
    return implode(' / ', array_map(fn(array $m) =>
        "$m[id] $m[sender]" . ($m['recipient'] === null ? '' : " to $m[recipient]") . ": $m[text]", $messages));
}

/* Waits until these are online, and nobody else. */
function online(WsClient $client, string ...$names): void
{
    do {
        $there = next_of($client, 'online')['names'];
        sort($there);
    } while ($there !== $names);
}

$folder = sys_get_temp_dir() . '/wschat-chat-' . getmypid();
mkdir($folder, 0700);
register_shutdown_function(function () use ($folder): void {
    array_map(unlink(...), glob("$folder/*"));
    rmdir($folder);
});
$server = example('chat', ["$folder/chat.sqlite"]);
echo page($server), "\n", page($server, '/chat.js', 'use strict'), "\n", page($server, '/../ChatStore.php', 'SELECT'), "\n";

[$ann, $a] = hello($server, 'Ann');
[$bob, $b] = hello($server, 'Bob');
[$eve, $e] = hello($server, 'Eve');
online($ann, 'Ann', 'Bob', 'Eve');
echo "$a[type] $a[name], a token of ", strlen($a['token']), ', ', count($a['messages']), " messages\n";
$stored = implode(array_map(file_get_contents(...), glob("$folder/*")));
echo str_contains($stored, 'Ann') && !str_contains($stored, $a['token']) ? 'the token is not stored' : 'the token is stored', "\n";

say($ann, ' Hello, all! ');
$same = array_map(fn(WsClient $client) => next_of($client, 'message'), [$ann, $bob, $eve]);
echo lines($same[0]), ', ', count(array_unique($same, SORT_REGULAR)) === 1 ? 'the same for all' : 'not the same', "\n";

echo "--- privately\n";
say($ann, 'psst <b>', 'bob');
echo lines(next_of($ann, 'message'), next_of($bob, 'message')), "\n";
say($bob, 'what?', 'Ann');
echo lines(next_of($ann, 'message'), next_of($bob, 'message')), "\n";
say($ann, 'to myself', 'Ann');
echo lines(next_of($ann, 'message')), "\n";
say($ann, 'Eve hears this');
echo lines(...array_map(fn(WsClient $client) => next_of($client, 'message'), [$eve, $ann, $bob])), "\n";

echo "--- names of others, and what is none\n";
foreach ([['ann', null], ['ANN', str_repeat('0', 32)], ['Ann', $e['token']], ['', null], ['two words', null], ['7up', null],
    [str_repeat('x', 21), null], ["Ann\n", $a['token']]] as [$name, $token]) {
    [$client, $answer] = hello($server, $name, $token);
    say($client, 'I am here!');
    echo json_encode($name), ": $answer[type]: $answer[text] ", heard($client)['text'], "\n";
    $client->disconnect();
}

echo "--- one's own, in other letters and a second tab\n";
[$tab, $again] = hello($server, 'aNN', $a['token']);
echo "$again[name]: ", lines(...$again['messages']), "\n";
say($tab, 'from the other tab');
echo lines(...array_map(fn(WsClient $client) => next_of($client, 'message'), [$tab, $ann, $bob, $eve])), "\n";
$tab->disconnect();

echo "--- nonsense\n";
foreach (['{"type":"hello","name":"Zoe"}', '{"type":"say"}', '{"type":"say","text":["x"]}', '{"type":"say","text":"  "}',
    '{"type":"say","text":"x","to":"Zoe"}', '{"type":"shout"}', 'no JSON', '[]', '7', '', '{"type":"say","text":"\ud800"}'] as $bad) {
    echo next_of($eve->text($bad), 'error')['text'], ' ';
}

echo "\n--- while Eve is away\n";
$eve->disconnect();
online($bob, 'Ann', 'Bob');
foreach (['for Eve' => 'Eve', 'for Ann' => 'Ann', 'for all' => null] as $text => $to) {
    say($bob, $text, $to);
    next_of($bob, 'message');
}
[$eve, $back] = hello($server, 'Eve', $e['token'], 5);
echo lines(...$back['messages']), "\n";
online($bob, 'Ann', 'Bob', 'Eve');

echo "--- a restart\n";
$server->signal(15);
foreach ([$ann, $bob, $eve] as $client) {
    while (($frame = $client->read())->opcode === WsClient::TEXT);
    echo $frame, ' ';
    $client->close(1001)->expectEof();
}
echo 'status ', $server->wait(), "\n", $server->err();
$server = example('chat', ["$folder/chat.sqlite"]);
[$thief, $refused] = hello($server, 'Bob');
[$bob, $back] = hello($server, 'Bob', $b['token'], 6);
echo "$refused[text] $back[type] $back[name]: ", lines(...$back['messages']), "\n";
$bob->disconnect();
$thief->disconnect();
ends($server);
?>
--EXPECT--
HTTP/1.1 200 OK | <title>Chat</title>
HTTP/1.1 200 OK | 'use strict';
HTTP/1.1 404 Not Found | no such line
welcome Ann, a token of 32, 0 messages
the token is not stored
1 Ann: Hello, all!, the same for all
--- privately
2 Ann to Bob: psst <b> / 2 Ann to Bob: psst <b>
3 Bob to Ann: what? / 3 Bob to Ann: what?
4 Ann to Ann: to myself
5 Ann: Eve hears this / 5 Ann: Eve hears this / 5 Ann: Eve hears this
--- names of others, and what is none
"ann": error: The name Ann is taken. What?
"ANN": error: The name Ann is taken. What?
"Ann": error: The name Ann is taken. What?
"": error: A name is a letter and up to 19 letters or digits. What?
"two words": error: A name is a letter and up to 19 letters or digits. What?
"7up": error: A name is a letter and up to 19 letters or digits. What?
"xxxxxxxxxxxxxxxxxxxxx": error: A name is a letter and up to 19 letters or digits. What?
"Ann\n": error: A name is a letter and up to 19 letters or digits. What?
--- one's own, in other letters and a second tab
Ann: 1 Ann: Hello, all! / 2 Ann to Bob: psst <b> / 3 Bob to Ann: what? / 4 Ann to Ann: to myself / 5 Ann: Eve hears this
6 Ann: from the other tab / 6 Ann: from the other tab / 6 Ann: from the other tab / 6 Ann: from the other tab
--- nonsense
What? There is nothing in this message. What? There is nothing in this message. There is no Zoe. What? What? What? What? What? What? 
--- while Eve is away
6 Ann: from the other tab / 7 Bob to Eve: for Eve / 9 Bob: for all
--- a restart
close 1001 "" close 1001 "" close 1001 "" status 0
The name Bob is taken. welcome Bob: 7 Bob to Eve: for Eve / 8 Bob to Ann: for Ann / 9 Bob: for all
status 0
