expected=$1
shift
"$@"
status=$?
test $status -eq $expected || { echo "exit status $status instead of $expected" >&2; exit 1; }
