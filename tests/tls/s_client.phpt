--TEST--
TLS as `openssl s_client` sees it: no renegotiation, no compression, a session resumed by its ticket
--EXTENSIONS--
openssl
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
if (trim((string) shell_exec('command -v openssl')) === '') {
    skip_because('needs the program openssl');
}
?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["raw" => true, "options" => ["tls" => ["local_cert" => ' . var_export($authority->issue('localhost'), true) . ']]]);');

/* What it prints for these words on its standard input. */
function s_client(int $port, string $options, string $input = ''): string
{
    $command = "exec timeout 30 openssl s_client -connect 127.0.0.1:$port $options 2>&1";
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes);
    fwrite($pipes[0], $input);
    $output = '';
    while (!str_contains($output, $input === '' ? 'Verification' : "got:$input") && ($more = fread($pipes[1], 8192)) !== '' && $more !== false) {
        $output .= $more;
        $input === '' || str_contains($output, "\n$input") && $output .= "got:$input";
    }
    fclose($pipes[0]);
    $output .= stream_get_contents($pipes[1]);
    proc_close($process);
    return $output;
}

$ca = escapeshellarg($authority->file());
foreach (['-tls1_3', '-tls1_2'] as $version) {
    $output = s_client($server->port, "$version -CAfile $ca", "hello there\n");
    preg_match_all('/^hello there$|Verification: OK|^Compression: NONE|^New, [^,\n]+/m', $output, $found);
    echo "$version: ", implode(', ', $found[0]), "\n";
}
$session = escapeshellarg("{$authority->folder}/session");
s_client($server->port, "-tls1_2 -sess_out $session");
preg_match('/^(New|Reused), [^,\n]+/m', s_client($server->port, "-tls1_2 -sess_in $session"), $found);
echo $found[0], "\n";
/* "R" at the beginning of a line asks for new hands to be shaken. */
$output = s_client($server->port, '-tls1_2', "R\n");
echo str_contains($output, 'no renegotiation') ? 'no renegotiation' : $output, "\n";
echo $server->finish(), "\n";
?>
--EXPECT--
-tls1_3: Verification: OK, New, TLSv1.3, Compression: NONE, hello there
-tls1_2: Verification: OK, New, TLSv1.2, Compression: NONE, hello there
Reused, TLSv1.2
no renegotiation
0
