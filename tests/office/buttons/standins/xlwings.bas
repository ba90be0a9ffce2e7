Attribute VB_Name = "xlwings"
Option Explicit
' Stands in for xlwings: keeps the command, finds settings and files where a trial has put them.

Public Ran As String
Public Code As Integer
Public Breaks As Boolean
Public Settings As String
Public Files As String

Public Function RunPython(PythonCommand As String)
    Ran = PythonCommand
    If Breaks Then Err.Raise 1004, "xlwings", "broken"
    RunPython = Code
End Function

Public Function FileExists(ByVal FileSpec As String) As Boolean
    FileExists = InStr(Files, FileSpec) > 0
End Function

Public Function GetConfig(configKey As String, Optional default As String = "", Optional source As String = "") As Variant
    Dim place As Variant
    GetConfig = default
    For Each place In Split("user|directory|sheet", "|")
        If source = "" Or source = place Then
            If Found(place & ":" & configKey & "=") <> "" Then GetConfig = Found(place & ":" & configKey & "=")
        End If
    Next place
End Function

Private Function Found(ByVal start As String) As String
    Dim entry As Variant
    For Each entry In Split(Settings, "|")
        If Left(entry, Len(start)) = start Then Found = Mid(entry, Len(start) + 1)
    Next entry
End Function
